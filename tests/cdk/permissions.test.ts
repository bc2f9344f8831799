import { beforeAll, describe, expect, it } from 'vitest'
import { RESULTS_PREFIX } from '../../cdk/constructs/bindings.ts'
import { FUNCTION_NAMES, type FunctionName, functionSpec, UPLOAD_PREFIX } from '../../shared/pipeline.ts'
import { assessmentKey, documentKey, reportKey, uploadKey } from '../../shared/submission/keys.ts'
import { TABLE } from '../../shared/table.ts'
import { permissionsOf, type Template } from './resources.ts'
import { synthesize } from './synthesize.ts'

let template: Template
beforeAll(() => {
  template = synthesize({ sender: 'report@office.example' })
})

const having = (part: string): FunctionName[] =>
  FUNCTION_NAMES.filter((name) => permissionsOf(template, name).some((line) => line.includes(part)))
const granted = (on: string, may?: string): FunctionName[] =>
  FUNCTION_NAMES.filter((name) =>
    functionSpec(name).grants.some(
      (grant) => grant.on === on && (may === undefined || ('may' in grant && (grant.may as readonly string[]).includes(may))),
    ),
  )

const onTable = (...actions: string[]) => actions.map((action) => `dynamodb:${action} Table`)
const writeLog = (name: string) => [`logs:CreateLogStream ${name}logs`, `logs:PutLogEvents ${name}logs`]
const takeFrom = (queue: string) =>
  ['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'GetQueueUrl', 'ReceiveMessage'].map(
    (action) => `sqs:${action} ${queue}`,
  )

describe('all that a function may do', () => {
  it('request-upload signs uploads; it reads no object', () => {
    expect(permissionsOf(template, 'request-upload')).toEqual(
      [
        's3:PutObject Uploads/uploads/*',
        ...onTable('GetItem', 'PutItem', 'Query'),
        'dynamodb:Query Table/index/byAgencyYear',
        ...writeLog('requestupload'),
      ].sort(),
    )
  })

  it('parse-report reads uploads, writes what it read beside them, and tells one other', () => {
    expect(permissionsOf(template, 'parse-report')).toEqual(
      [
        's3:GetObject Uploads/uploads/*',
        's3:GetObjectVersion Uploads/uploads/*',
        's3:ListBucket Uploads',
        's3:PutObject Uploads/submissions/*',
        'sqs:SendMessage validatereportqueue',
        ...takeFrom('parsereportqueue'),
        ...onTable('GetItem', 'PutItem', 'Query', 'UpdateItem'),
        ...writeLog('parsereport'),
      ].sort(),
    )
  })

  it('browse-submissions changes nothing', () => {
    expect(permissionsOf(template, 'browse-submissions').filter((line) => /Put|Update|Delete|Send/.test(line))).toEqual(
      writeLog('browsesubmissions').filter((line) => line.includes('Put')),
    )
  })
})

describe('who may do a thing is who the pipeline grants it to', () => {
  it('the site', () => {
    expect(having(' Site')).toEqual(granted('site'))
    expect(having('s3:PutObject Site/*')).toEqual(granted('site', 'write'))
    expect(having('s3:DeleteObject Site/*')).toEqual(granted('site', 'remove'))
  })

  it('the uploads', () => {
    expect(having(' Uploads')).toEqual(granted('uploads'))
    expect(having(`s3:GetObject Uploads/${RESULTS_PREFIX}*`)).toEqual(granted('uploads', 'read'))
    expect(having(`s3:GetObject Uploads/${UPLOAD_PREFIX}*`)).toEqual(['parse-report', 'sweep-submissions'])
    expect(having(`s3:GetObjectVersion Uploads/${UPLOAD_PREFIX}*`)).toEqual(
      FUNCTION_NAMES.filter((name) => [...granted('uploads', 'read-upload'), ...granted('uploads', 'sign-download')].includes(name)),
    )
    expect(having(`s3:PutObject Uploads/${RESULTS_PREFIX}*`)).toEqual(granted('uploads', 'write'))
    expect(having(`s3:PutObject Uploads/${UPLOAD_PREFIX}*`)).toEqual(granted('uploads', 'sign-upload'))
  })

  it('the table', () => {
    const uses = { load: 'GetItem', 'load-many': 'BatchGetItem', put: 'PutItem', update: 'UpdateItem', remove: 'DeleteItem' }
    for (const [use, action] of Object.entries(uses)) expect(having(`dynamodb:${action} Table`)).toEqual(granted('table', use))
    for (const { name } of TABLE.indexes) expect(having(`dynamodb:Query Table/index/${name}`)).toEqual(granted('table', name))
  })

  it('mail, from the one sender', () => {
    const ses = 'arn:AWS::Partition:ses:AWS::Region:AWS::AccountId'
    const identity = `${ses}:identity`
    expect(having('ses:')).toEqual(granted('mail'))
    expect(permissionsOf(template, 'notify-agency').filter((line) => line.startsWith('ses:SendEmail'))).toEqual([
      `ses:SendEmail ${ses}:configuration-set/MailSet`,
      `ses:SendEmail ${identity}/office.example`,
      `ses:SendEmail ${identity}/report@office.example`,
    ])
  })

  it.each(FUNCTION_NAMES)('%s sendsTo on the queues of its line alone', (name) => {
    const told = permissionsOf(template, name).filter((line) => line.startsWith('sqs:SendMessage'))
    expect(told).toEqual(
      functionSpec(name)
        .sendsTo.map((queue) => `sqs:SendMessage ${queue.replaceAll('-', '')}queue`)
        .sort(),
    )
  })
})

describe('no function', () => {
  it.each(FUNCTION_NAMES)('%s has a wildcard among its actions, or all of anything but objects', (name) => {
    const wild = permissionsOf(template, name).filter(
      (line) => /^\S*\*/.test(line) || (/\*/.test(line) && !/^s3:\w+ (Uploads|Site)\/(\w+\/)?\*$/.test(line)),
    )
    expect(wild).toEqual([])
  })

  it.each(FUNCTION_NAMES)('%s scans the table', (name) => {
    expect(permissionsOf(template, name).filter((line) => line.startsWith('dynamodb:Scan'))).toEqual([])
  })
})

it('the prefixes that are opened are those that keys are made with', () => {
  expect(uploadKey('agency', 'one').startsWith(UPLOAD_PREFIX)).toBe(true)
  for (const key of [documentKey, reportKey, assessmentKey]) expect(key('one').startsWith(RESULTS_PREFIX)).toBe(true)
})
