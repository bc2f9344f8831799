import { Aws, Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import { type FunctionName, SWEEP_LIMITS } from '../../shared/pipeline.ts'
import type { Api } from './http-api.ts'
import type { PipelineFunction } from './pipeline-function.ts'
import type { WorkQueue } from './work-queue.ts'

/** What a person must look at, told to one topic. */
export class Alarms extends Construct {
  readonly topic: Topic

  constructor(scope: Construct, id: string, { mail }: { readonly mail: string | undefined }) {
    super(scope, id)
    this.topic = new Topic(this, 'Topic', { displayName: 'nianbao', enforceSSL: true })
    // A topic with a policy of its own loses the one that let alarms in.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    )
    if (mail !== undefined) this.topic.addSubscription(new EmailSubscription(mail))
  }

  watchQueue(name: string, queue: WorkQueue): void {
    this.raise(`${name}-given-up`, {
      description: `${name} gave up on a message that record-faults could not take: read the logs of both, mend the cause, redrive the dead-letter queue`,
      metric: queue.deadLetters.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: 'Maximum' }),
      above: 0,
    })
    this.raise(`${name}-waiting`, {
      description: `A message has waited for ${name} longer than three sweeps`,
      metric: queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5), statistic: 'Maximum' }),
      above: 3 * SWEEP_LIMITS.stalledMinutes * 60,
    })
  }

  watchFunction(name: FunctionName, handler: PipelineFunction): void {
    this.raise(`${name}-errors`, {
      description: `${name} failed: read its log`,
      metric: handler.metricErrors({ period: Duration.minutes(5) }),
      above: 0,
    })
  }

  /** Failures that a function answered as a problem are no error of the function. */
  watchApi({ api }: Api): void {
    this.raise('api-failures', {
      description: 'The API answered a request with 5xx: read the log of the function behind the route',
      metric: api.metricServerError({ period: Duration.minutes(5) }),
      above: 0,
    })
  }

  /** Log lines with the word ALARM: a submission that fails through our fault, or mails that are not sent. */
  watchLog(name: FunctionName, { logs }: PipelineFunction): void {
    const filter = new MetricFilter(this, `${name}-alarm-lines`, {
      logGroup: logs,
      filterPattern: FilterPattern.anyTerm('ALARM'),
      metricNamespace: 'Nianbao',
      metricName: `${name}-alarm-lines`,
    })
    this.raise(`${name}-alarm`, {
      description: `${name} says ALARM in its log: a submission, or a mail, cannot go on without a person`,
      metric: filter.metric({ period: Duration.minutes(5), statistic: 'Sum' }),
      above: 0,
    })
  }

  private raise(id: string, { description, metric, above }: { description: string; metric: IMetric; above: number }): void {
    new Alarm(this, id, {
      alarmDescription: description,
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(this.topic))
  }
}
