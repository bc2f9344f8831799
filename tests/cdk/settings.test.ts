import { describe, expect, it } from 'vitest'
import { permissionsOf, plain, resource, resourcesOf, type Template } from './resources.ts'
import { synthesize } from './synthesize.ts'

const asked = (template: Template): string[] => Object.keys(template.findParameters('*')).filter((name) => name !== 'BootstrapVersion')
const mailEnvironment = (template: Template) =>
  (resource(template, 'AWS::Lambda::Function', 'notify-agency').Properties.Environment as { Variables: Record<string, unknown> }).Variables

describe('what an installation must say', () => {
  it('is asked for at deployment, without a default, where the context lacks it', () => {
    const template = synthesize()
    expect(asked(template).sort()).toEqual(['Audience', 'Issuer', 'Sender'])
    for (const name of asked(template)) expect(template.findParameters(name)[name]).not.toHaveProperty('Default')
  })

  it('comes from the context', () => {
    const template = synthesize({ issuer: 'https://login.office.example', audience: 'portal', sender: 'report@office.example' })
    expect(asked(template)).toEqual([])
    expect(resource(template, 'AWS::ApiGatewayV2::Authorizer', 'HttpApiTokens').Properties.JwtConfiguration).toEqual({
      Issuer: 'https://login.office.example',
      Audience: ['portal'],
    })
    expect(mailEnvironment(template).MAIL_SENDER).toBe('report@office.example')
  })

  it.each([
    [{ sender: '某局 <report@office.example>' }, 'Context "sender" must be a mail address alone'],
    [{ issuer: 1 }, 'Context "issuer" must be a text'],
    [{ portalUrl: 'https://portal.example/' }, 'Context "portalUrl" must be an address without a path'],
  ])('%o is refused', (context, message) => expect(() => synthesize(context)).toThrow(message))
})

it('with a secret, mail goes by SMTP and SES is not asked for', () => {
  const template = synthesize({ smtpSecret: 'nianbao/smtp', sender: 'report@office.example' })
  expect(mailEnvironment(template)).toMatchObject({
    MAIL_SENDER: 'report@office.example',
    MAIL_SMTP_URL: '{{resolve:secretsmanager:nianbao/smtp:SecretString:::}}',
  })
  expect(permissionsOf(template, 'notify-agency').filter((line) => line.startsWith('ses:'))).toEqual([])
})

it('own addresses stand in the mails, and the portal may call from there', () => {
  const template = synthesize({ siteUrl: 'https://open.office.example', portalUrl: 'https://portal.office.example' })
  expect(mailEnvironment(template)).toMatchObject({
    SITE_URL: 'https://open.office.example',
    PORTAL_URL: 'https://portal.office.example/index.html',
  })
  expect(resource(template, 'AWS::ApiGatewayV2::Api', 'HttpApi').Properties.CorsConfiguration).toMatchObject({
    AllowOrigins: ['https://portal.office.example'],
  })
})

it('the portal is told where the API is and who signs people in, the description beside it where the API is', () => {
  const deployments = Object.values(resourcesOf(synthesize(), 'Custom::CDKBucketDeployment'))
  const markers = deployments.flatMap(({ Properties }) => (Properties.SourceMarkers as object[]).flatMap((source) => Object.values(source)))
  const address = ['HttpApi', 'AWS::Region', 'AWS::URLSuffix']
  expect(markers.map(plain)).toEqual([...address, 'Issuer', 'Audience', ...address])
})
