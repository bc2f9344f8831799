import { awsPorts } from '../functions/aws/aws-ports.ts'
import type { AwsSettings } from '../functions/aws/settings.ts'
import { ENVIRONMENT, QUEUES, type QueueName } from '../shared/pipeline.ts'
import type { Ports as CorePorts } from '../shared/ports/ports.ts'
import { addressOf, type Ports } from './addresses.ts'
import type { ServiceKey } from './service-key.ts'

export const NAMES = { uploads: 'nianbao-uploads', site: 'nianbao-site', table: 'nianbao' } as const

export const REGION = 'cn-north-1'

/** How to reach the embedded services with the real SDK, by the key of the data folder. */
export const settingsOf = (ports: Ports, key: ServiceKey): AwsSettings => ({
  region: REGION,
  credentials: key,
  forcePathStyle: true,
  endpoints: { s3: addressOf(ports.objects), sqs: addressOf(ports.queues), dynamodb: addressOf(ports.table), ses: addressOf(ports.ses) },
})

/** The name that the embedded service gives a queue; requests go to the endpoint all the same. */
export const queueUrlOf = (ports: Ports, queue: QueueName): string => `http://sqs.${REGION}.localhost:${ports.queues}/000000000000/${queue}`

/** The name of a queue with this is that of what it gave up on. */
export const DEAD_LETTERS = '-dead'
export const deadLettersUrlOf = (ports: Ports, queue: QueueName): string => `${queueUrlOf(ports, queue)}${DEAD_LETTERS}`

/** The variables that bind the functions to their resources, as the stack sets them in the cloud. */
export const environmentOf = (ports: Ports): Record<string, string> => ({
  [ENVIRONMENT.uploadsBucket]: NAMES.uploads,
  [ENVIRONMENT.siteBucket]: NAMES.site,
  [ENVIRONMENT.table]: NAMES.table,
  [ENVIRONMENT.mailSender]: '年报平台 <nianbao@example.gov.cn>',
  [ENVIRONMENT.siteUrl]: addressOf(ports.site),
  [ENVIRONMENT.portalUrl]: addressOf(ports.portal),
  ...Object.fromEntries(QUEUES.map((queue) => [ENVIRONMENT.queueUrl(queue), queueUrlOf(ports, queue)])),
})

/** The core's ports on the services of a run, whether this process or another started them. */
export const corePorts = (ports: Ports, key: ServiceKey, log?: CorePorts['log']): CorePorts =>
  awsPorts(environmentOf(ports), { ...settingsOf(ports, key), ...(log && { log }) })
