import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import waitFor from 'p-wait-for'
import { awsPorts } from '../../functions/aws/aws-ports.ts'
import { onChosenPorts } from '../../local/addresses.ts'
import { corePorts, environmentOf, NAMES, queueUrlOf, settingsOf } from '../../local/core-ports.ts'
import { createHandlers } from '../../local/handlers.ts'
import { openServiceKey } from '../../local/service-key.ts'
import { startServices } from '../../local/services.ts'
import type { UploadForm } from '../../shared/http-api/uploads.ts'
import { FUNCTION_NAMES, type FunctionName, functionSpec } from '../../shared/pipeline.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import type { Status } from '../../shared/submission/lifecycle.ts'
import type { Agency } from '../../shared/submission/submission.ts'
import { freePorts } from '../free-ports.ts'
import { openLedger } from './ledger.ts'

const SILENT: Ports['log'] = {
  info: () => {},
  warn: () => {},
  error: (message, facts, cause) => console.error(message, facts ?? {}, cause ?? ''),
}

/** How often a function was called, and the milliseconds of CPU that it took, with what the embedded services took meanwhile. */
export type Runs = Readonly<Record<string, { readonly times: number; readonly milliseconds: number }>>

/**
 * The embedded services, and the functions on them through the real adapters, each with clients of its own, so that every request is known to be
 * that of a function. Nothing runs by itself: `settle` hands messages on until there are none.
 */
export const startCounted = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-ledger-'))
  const { ports, started: stop } = await onChosenPorts(freePorts, (chosen) => startServices(folder, chosen))
  const key = await openServiceKey(folder)
  const settings = { ...settingsOf(ports, key), log: SILENT }
  const ledger = openLedger(settings, NAMES.table)
  const runs: Record<string, { times: number; milliseconds: number }> = {}

  const functionOf = (name: FunctionName) => {
    const handlers = createHandlers(awsPorts(environmentOf(ports), { ...settings, watch: ledger.watchFor(name) }))
    return async (event: unknown): Promise<unknown> => {
      const began = process.cpuUsage()
      const answer = await handlers[name](event)
      const { user, system } = process.cpuUsage(began)
      const { times, milliseconds } = runs[name] ?? { times: 0, milliseconds: 0 }
      runs[name] = { times: times + 1, milliseconds: milliseconds + (user + system) / 1000 }
      return answer
    }
  }
  const functions = Object.fromEntries(FUNCTION_NAMES.map((name) => [name, functionOf(name)])) as Record<
    FunctionName,
    (event: unknown) => Promise<unknown>
  >

  const { region = '', credentials, endpoints } = settings
  const queues = new SQSClient({ region, ...(credentials && { credentials }), ...(endpoints?.sqs && { endpoint: endpoints.sqs }) })

  /** Hands one message of a queue to its function; whether there was one. */
  const handOn = async (name: FunctionName, QueueUrl: string): Promise<boolean> => {
    const { Messages = [] } = await queues.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 1, WaitTimeSeconds: 0 }))
    for (const { MessageId, Body, ReceiptHandle } of Messages) {
      const answer = await functions[name]({ Records: [{ messageId: MessageId, body: Body, eventSource: 'aws:sqs' }] })
      const { batchItemFailures: failures = [] } = answer as { batchItemFailures?: unknown[] }
      if (failures.length > 0) throw new Error(`${name} failed`)
      await queues.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }))
    }
    return Messages.length > 0
  }

  const handOnAll = async (): Promise<void> => {
    for (let any = true; any; ) {
      any = false
      for (const name of FUNCTION_NAMES) {
        const { trigger } = functionSpec(name)
        if ('queue' in trigger) any = (await handOn(name, queueUrlOf(ports, trigger.queue))) || any
      }
    }
  }

  const core = corePorts(ports, key, SILENT)

  return {
    core,
    ledger,
    runs: runs as Runs,
    forgetRuns: () => {
      for (const name of Object.keys(runs)) delete runs[name]
    },

    /** Asks a route of the HTTP API; what it answers. */
    async ask(
      name: FunctionName,
      routeKey: string,
      claims: object,
      request: { id?: string; body?: object },
    ): Promise<Record<string, unknown>> {
      const answer = await functions[name]({
        routeKey,
        requestContext: { authorizer: { jwt: { claims } } },
        ...(request.id !== undefined && { pathParameters: { id: request.id } }),
        ...(request.body && { body: JSON.stringify(request.body) }),
      })
      const { statusCode, body } = answer as { statusCode: number; body: string }
      if (statusCode >= 300) throw new Error(`${name} refused: ${body}`)
      return JSON.parse(body)
    },

    /** Posts the form as a browser does. The bucket tells of it by a message. */
    async upload({ url, fields }: UploadForm, file: Uint8Array): Promise<void> {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      form.append('file', new Blob([new Uint8Array(file)]), '年报.docx')
      const { status } = await fetch(url, { method: 'POST', body: form })
      if (status !== 204) throw new Error(`upload refused: ${status}`)
      ledger.note('the upload', 'PUT', 'upload')
      ledger.note('the upload', 'message', 'parse-report')
    },

    /** Hands messages on until the submission has come to a status, and no message is left. */
    async settle(id: string, status: Status): Promise<void> {
      await waitFor(
        async () => {
          await handOnAll()
          return (await core.submissions.load(id))?.status === status
        },
        { interval: 20, timeout: 60_000 },
      )
      await handOnAll()
    },

    async close(): Promise<void> {
      queues.destroy()
      ledger.close()
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type Counted = Awaited<ReturnType<typeof startCounted>>

/** Hands a file in for an agency and follows it to its mail and, where it passes and somebody approves, to its page. */
export const followReport = async (counted: Counted, agency: Agency, file: Uint8Array, year: number, end: 'published' | 'failed') => {
  const body = {
    year,
    fileName: `${agency.name}${year}年度报告.docx`,
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: file.length,
    sha256: createHash('sha256').update(file).digest('hex'),
  }
  const claims = { sub: 'zhang-san', role: 'clerk', agency: agency.id }
  const answer = await counted.ask('request-upload', 'POST /submissions', claims, { body })
  const { submission, upload } = answer as { submission: { id: string }; upload: UploadForm }
  await counted.upload(upload, file)
  await counted.settle(submission.id, end === 'failed' ? 'failed' : 'passed')
  if (end === 'published') {
    const reviewer = { sub: 'li-si', role: 'reviewer' }
    await counted.ask('review-submission', 'POST /submissions/{id}/review', reviewer, { id: submission.id, body: { decision: 'approve' } })
    await counted.settle(submission.id, 'published')
  }
  return submission.id
}
