import { join } from 'node:path'
import { CfnOutput, Duration, SecretValue, Stack, Validations } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { SqsEventSource, type SqsEventSourceProps } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { Construct } from 'constructs'
import {
  FUNCTION_NAMES,
  type FunctionName,
  functionSpec,
  QUEUE_LIMITS,
  QUEUES,
  type QueueName,
  STEP_QUEUES,
  type Together,
} from '../shared/pipeline.ts'
import { Alarms } from './constructs/alarms.ts'
import type { Resources } from './constructs/bindings.ts'
import { Api } from './constructs/http-api.ts'
import { MailEvents } from './constructs/mail-events.ts'
import { PipelineFunction } from './constructs/pipeline-function.ts'
import { Portal } from './constructs/portal.ts'
import { PrivateBucket } from './constructs/private-bucket.ts'
import { PublicSite } from './constructs/public-site.ts'
import { SubmissionTable } from './constructs/submission-table.ts'
import { UploadsBucket } from './constructs/uploads-bucket.ts'
import { WorkQueue } from './constructs/work-queue.ts'
import { readSettings } from './settings.ts'

export type NianbaoStackProps = {
  /** Where the built portal lies. */
  readonly portalFiles?: string
}

/** How a queue is handed to its function. */
const eventSourceOf = (together: Together | undefined): SqsEventSourceProps => ({
  reportBatchItemFailures: true,
  ...(together === undefined
    ? // A rush before the deadline waits in the queue and leaves the account's other functions room.
      { batchSize: QUEUE_LIMITS.batchSize, maxConcurrency: 5 }
    : { batchSize: together.atMost, maxBatchingWindow: Duration.seconds(together.seconds), maxConcurrency: 2 }),
})

const bouncesQueue = (): QueueName => {
  const trigger = FUNCTION_NAMES.map((name) => functionSpec(name).trigger).find((each) => 'bounces' in each)
  if (trigger === undefined || !('queue' in trigger)) throw new Error('no function takes bounces')
  return trigger.queue
}

/** Everything, in the order of the flow: upload, queues, functions, site; made from `shared/pipeline.ts`. */
export class NianbaoStack extends Stack {
  constructor(scope: Construct, id: string, { portalFiles = join(import.meta.dirname, '../dist/portal') }: NianbaoStackProps = {}) {
    super(scope, id, { description: 'nianbao: annual reports on disclosure of government information, collected, checked, published' })
    const settings = readSettings(this)
    const logs = new PrivateBucket(this, 'AccessLogs', { lifecycleRules: [{ id: 'forget', expiration: Duration.days(400) }] })
    Validations.of(logs).acknowledge({ id: 'AwsSolutions-S1', reason: 'This is the bucket that access logs go to' })

    const portal = new Portal(this, 'Portal', { logs })
    const portalOrigin = settings.portalUrl ?? portal.origin
    const queues = Object.fromEntries(QUEUES.map((name) => [name, new WorkQueue(this, name)])) as Record<QueueName, WorkQueue>
    const uploads = new UploadsBucket(this, 'Uploads', { logs, portalOrigin, created: queues['parse-report'] })
    const site = new PublicSite(this, 'Site', { logs })
    const table = new SubmissionTable(this, 'Table')

    const { sender, smtpSecret } = settings
    const mail =
      smtpSecret === undefined
        ? { sender, smtpUrl: undefined, configurationSet: new MailEvents(this, 'Mail', { queue: queues[bouncesQueue()] }).configurationSet }
        : { sender, smtpUrl: SecretValue.secretsManager(smtpSecret), configurationSet: undefined }
    const resources: Resources = { uploads, site, table, queues, mail }
    const siteUrl = settings.siteUrl ?? site.bucketWebsiteUrl
    const portalUrl = `${portalOrigin}/index.html`

    const api = new Api(this, 'Http', { issuer: settings.issuer, audience: settings.audience, portalOrigin })
    const alarms = new Alarms(this, 'Alarms', { mail: settings.alarmMail })
    alarms.watchApi(api)
    for (const name of QUEUES) alarms.watchQueue(name, queues[name])
    for (const name of FUNCTION_NAMES) {
      const handler = new PipelineFunction(this, name, resources, { siteUrl, portalUrl })
      this.trigger(name, handler, { queues, api })
      alarms.watchFunction(name, handler)
      if (functionSpec(name).callsForHelp) alarms.watchLog(name, handler)
      if (name === 'rebuild-site') this.tell({ RebuildFunction: handler.functionName })
    }

    portal.fill(portalFiles, api.url, { issuer: settings.issuer, clientId: settings.audience })

    this.tell({ PortalUrl: portalUrl, SiteUrl: siteUrl, ApiUrl: api.url, TableName: table.tableName, UploadsBucket: uploads.bucketName })
    this.tell({ SiteBucket: site.bucketName, AlarmTopic: alarms.topic.topicArn })
  }

  private trigger(
    name: FunctionName,
    handler: PipelineFunction,
    { queues, api }: { queues: Record<QueueName, WorkQueue>; api: Api },
  ): void {
    const { trigger } = functionSpec(name)
    if ('routes' in trigger) api.route(name, trigger.routes, handler)
    if ('everyMinutes' in trigger)
      new Rule(this, `${name}-schedule`, {
        schedule: Schedule.rate(Duration.minutes(trigger.everyMinutes)),
        targets: [new LambdaFunction(handler, { retryAttempts: 0 })], // the next turn does it
      })
    if ('deadLetters' in trigger) {
      const limits = { batchSize: QUEUE_LIMITS.batchSize, reportBatchItemFailures: true, maxConcurrency: 2 }
      for (const queue of STEP_QUEUES) handler.addEventSource(new SqsEventSource(queues[queue].deadLetters, limits))
    }
    if ('queue' in trigger)
      handler.addEventSource(new SqsEventSource(queues[trigger.queue], eventSourceOf('together' in trigger ? trigger.together : undefined)))
  }

  private tell(outputs: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value })
  }
}
