import type { Mailer } from '../../shared/ports/mailer.ts'
import { type AwsSettings, clientConfig, watched } from './settings.ts'

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' })

/** Two tries take no longer than the function may: a mail that is not taken is tried again later. */
const LIMITS = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 3000, requestTimeout: 5000, throwOnRequestTimeout: true }, // else it would only warn
}

/** Mail by SES; it tells of bounces and complaints where the configuration set says. Its client is loaded at the first mail, as only one function sends any. */
export const sesMailer = (sender: string, settings: AwsSettings, configurationSet?: string): Mailer => {
  const load = async () => {
    const { SendEmailCommand, SESv2Client } = await import('@aws-sdk/client-sesv2')
    const client = new SESv2Client({ ...clientConfig(settings, settings.endpoints?.ses), ...LIMITS })
    return { client: watched(client, settings), SendEmailCommand }
  }
  let loaded: ReturnType<typeof load> | undefined
  return {
    async send({ to, subject, html, text, agency }) {
      loaded ??= load()
      const { client, SendEmailCommand } = await loaded
      const { MessageId = '' } = await client.send(
        new SendEmailCommand({
          FromEmailAddress: sender,
          ...(configurationSet && { ConfigurationSetName: configurationSet }),
          ...(agency !== undefined && { EmailTags: [{ Name: 'agency', Value: agency }] }),
          Destination: { ToAddresses: [...to] },
          Content: { Simple: { Subject: utf8(subject), Body: { Html: utf8(html), Text: utf8(text) } } },
        }),
      )
      return { messageId: MessageId, refused: [] }
    },
  }
}
