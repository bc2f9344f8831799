import { beforeAll, expect, it } from 'vitest'
import { FUNCTION_NAMES, functionSpec, QUEUES } from '../../shared/pipeline.ts'
import { plain, resource, resourcesOf, type Template } from './resources.ts'
import { synthesize } from './synthesize.ts'

let template: Template
beforeAll(() => {
  template = synthesize({ alarmMail: 'engineer@office.example' })
})

/** What every alarm watches: `ApproximateNumberOfMessagesVisible parsereportdeadletters > 0`. */
const watched = (): string[] =>
  Object.values(resourcesOf(template, 'AWS::CloudWatch::Alarm')).map(({ Properties }) => {
    const dimensions = (Properties.Dimensions ?? []) as { Value: unknown }[]
    const on = dimensions.map(({ Value }) => plain(Value).replace(/\.QueueName$/, ''))
    return [Properties.MetricName, ...on, '>', Properties.Threshold].join(' ')
  })

const CALLING = FUNCTION_NAMES.filter((name) => functionSpec(name).callsForHelp)

const id = (name: string): string => name.replaceAll('-', '')

it('watches dead letters, waiting messages, failures, and the lines that call a person', () => {
  expect(watched().sort()).toEqual(
    [
      ...QUEUES.map((name) => `ApproximateNumberOfMessagesVisible ${id(name)}deadletters > 0`),
      ...QUEUES.map((name) => `ApproximateAgeOfOldestMessage ${id(name)}queue > 1800`),
      ...FUNCTION_NAMES.map((name) => `Errors ${id(name)} > 0`),
      '5xx HttpApi > 0',
      ...CALLING.map((name) => `${name}-alarm-lines > 0`),
    ].sort(),
  )
})

it('counts the lines with the word ALARM of each function that calls a person', () => {
  const filters = Object.values(resourcesOf(template, 'AWS::Logs::MetricFilter')).map(({ Properties }) => Properties)
  expect(filters).toMatchObject(
    CALLING.map((name) => ({ FilterPattern: '"ALARM"', MetricTransformations: [{ MetricName: `${name}-alarm-lines` }] })),
  )
  expect(filters.map(({ LogGroupName }) => plain(LogGroupName))).toEqual(CALLING.map((name) => `${id(name)}logs`))
})

it('tells every alarm to the topic, and the topic lets alarms in', () => {
  for (const { Properties } of Object.values(resourcesOf(template, 'AWS::CloudWatch::Alarm')))
    expect(plain(Properties.AlarmActions)).toBe('AlarmsTopic')
  expect(JSON.stringify(resource(template, 'AWS::SNS::TopicPolicy', 'AlarmsTopicPolicy').Properties)).toContain(
    '"Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"}',
  )
})

it('mails alarms where an address is given', () => {
  const subscriptions = (from: Template) => Object.values(resourcesOf(from, 'AWS::SNS::Subscription')).map(({ Properties }) => Properties)
  expect(subscriptions(template)).toMatchObject([{ Protocol: 'email', Endpoint: 'engineer@office.example' }])
  expect(subscriptions(synthesize())).toEqual([])
})
