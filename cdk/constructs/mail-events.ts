import { EventBus, Rule } from 'aws-cdk-lib/aws-events'
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets'
import { ConfigurationSet, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'

/** Lets SES tell a queue of mails that came back, and of those that their readers complained of. */
export class MailEvents extends Construct {
  readonly configurationSet: string

  constructor(scope: Construct, id: string, { queue }: { readonly queue: IQueue }) {
    super(scope, id)
    const set = new ConfigurationSet(this, 'Set')
    set.addEventDestination('bounces', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'DefaultBus', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
    })
    this.configurationSet = set.configurationSetName
    new Rule(this, 'Rule', {
      eventPattern: {
        source: ['aws.ses'],
        detailType: ['Email Bounced', 'Email Complaint Received'],
        detail: { mail: { tags: { 'ses:configuration-set': [set.configurationSetName] } } },
      },
      targets: [new SqsQueue(queue)],
    })
  }
}
