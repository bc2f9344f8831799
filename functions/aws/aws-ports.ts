import { S3Client } from '@aws-sdk/client-s3'
import { SQSClient } from '@aws-sdk/client-sqs'
import { ENVIRONMENT } from '../../shared/pipeline.ts'
import type { Mailer } from '../../shared/ports/mailer.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { readTools } from '../node/read-tools.ts'
import { agencyStore } from './agency-store.ts'
import { claimStore } from './claim-store.ts'
import { explanationStore } from './explanation-store.ts'
import { likenessStore } from './likeness-store.ts'
import { mailLog } from './mail-log.ts'
import { powertoolsLog } from './powertools-log.ts'
import { publicationStore } from './publication-store.ts'
import { s3Files } from './s3-files.ts'
import { s3UploadSigner } from './s3-upload-signer.ts'
import { sesMailer } from './ses-mailer.ts'
import { type AwsSettings, clientConfig, type Environment, required, watched } from './settings.ts'
import { smtpMailer } from './smtp-mailer.ts'
import { sqsQueue } from './sqs-queue.ts'
import { submissionLists } from './submission-lists.ts'
import { submissionStore } from './submission-store.ts'
import { openTable } from './table.ts'
import { waiverStore } from './waiver-store.ts'

/** Makes a thing when it is first asked for, and once. */
const once = <Thing>(make: () => Thing): (() => Thing) => {
  let made: { readonly thing: Thing } | undefined
  return () => {
    made ??= { thing: make() }
    return made.thing
  }
}

const lazily = <Things extends object>(makers: { readonly [Name in keyof Things]: () => Things[Name] }): Things => {
  const things = {}
  for (const [name, make] of Object.entries<() => unknown>(makers))
    Object.defineProperty(things, name, { get: once(make), enumerable: true })
  return things as Things
}

/** The ports met with AWS. Each is made when a handler first takes it, so that a function needs only its own variables set. */
export const awsPorts = (environment: Environment, settings: AwsSettings = {}): Ports => {
  const variable = (name: string): string => required(environment, name)
  const address = (name: string): string => variable(name).replace(/\/$/, '')
  const table = once(() => openTable(variable(ENVIRONMENT.table), settings))
  const sqs = once(() => watched(new SQSClient(clientConfig(settings, settings.endpoints?.sqs)), settings))
  const s3 = once(() =>
    watched(
      new S3Client({ ...clientConfig(settings, settings.endpoints?.s3), forcePathStyle: settings.forcePathStyle ?? false }),
      settings,
    ),
  )
  const mailer = (): Mailer => {
    const sender = variable(ENVIRONMENT.mailSender)
    const smtp = environment[ENVIRONMENT.mailSmtpUrl]
    return smtp ? smtpMailer(sender, smtp) : sesMailer(sender, settings)
  }

  return lazily<Ports>({
    submissions: () => submissionStore(table()),
    lists: () => submissionLists(table()),
    claims: () => claimStore(table()),
    agencies: () => agencyStore(table()),
    publications: () => publicationStore(table()),
    likeness: () => likenessStore(table()),
    mailLog: () => mailLog(table()),
    explanations: () => explanationStore(table()),
    waivers: () => waiverStore(table()),
    uploads: () => s3Files(s3(), variable(ENVIRONMENT.uploadsBucket)),
    uploadSigner: () => s3UploadSigner(s3(), variable(ENVIRONMENT.uploadsBucket)),
    site: () => s3Files(s3(), variable(ENVIRONMENT.siteBucket)),
    queue: () => sqsQueue(sqs(), (queue) => variable(ENVIRONMENT.queueUrl(queue))),
    mailer,
    readTools: () => readTools,
    clock: () => ({ now: () => new Date() }),
    log: () => settings.log ?? powertoolsLog(environment.AWS_LAMBDA_FUNCTION_NAME ?? 'nianbao'),
    siteUrl: () => address(ENVIRONMENT.siteUrl),
    portalUrl: () => address(ENVIRONMENT.portalUrl),
  })
}
