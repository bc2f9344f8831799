import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { FUNCTION_NAMES, functionSpec, QUEUE_LIMITS, type QueueName } from '../../shared/pipeline.ts'

const common = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: Duration.days(QUEUE_LIMITS.retentionDays) }

const consumerTimeout = (queue: QueueName): number => {
  const name = FUNCTION_NAMES.find((name) => {
    const { trigger } = functionSpec(name)
    return 'queue' in trigger && trigger.queue === queue
  })
  if (name === undefined) throw new Error(`Nothing reads the queue ${queue}`)
  return functionSpec(name).timeoutSeconds
}

/** A queue before a function, and the queue for what that function could not do. */
export class WorkQueue extends Queue {
  readonly deadLetters: Queue

  constructor(scope: Construct, name: QueueName) {
    const visibilityTimeout = Duration.seconds(6 * functionSpec('record-faults').timeoutSeconds)
    const deadLetters = new Queue(scope, `${name}-dead-letters`, { ...common, visibilityTimeout })
    super(scope, `${name}-queue`, {
      ...common,
      // AWS asks for six times the function's timeout, so that a throttled batch is not delivered twice.
      visibilityTimeout: Duration.seconds(6 * consumerTimeout(name)),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: QUEUE_LIMITS.maxReceives },
    })
    this.deadLetters = deadLetters
  }
}
