import { type FunctionName, functionSpec } from '../../shared/pipeline.ts'
import { countOf } from './count.ts'
import type { Runs } from './drive.ts'
import type { Call } from './ledger.ts'

/** Dollars for a million. */
const PRICES = {
  put: 5,
  get: 0.4,
  writeUnit: 0.625,
  readUnit: 0.125,
  sqs: 0.4,
  lambda: 0.2,
  gbSecond: 13.3,
  httpCall: 1,
  mail: 100,
} as const

/** A message is sent, received and deleted. */
const REQUESTS_A_MESSAGE = 3

/** Milliseconds that a function waits for one request, in the cloud: assumed, on the high side. */
const WAITS = { PUT: 30, GET: 20, HEAD: 15, LIST: 30, DELETE: 20, read: 5, write: 8, message: 10, mail: 80 } as const

/**
 * Milliseconds that a function would wait for its calls. Those that overlapped here wait side by side: as much shorter than one after the other as they took
 * here, from the first to the last, against the sum of all.
 */
const waitsOf = (calls: readonly Call[]): number => {
  let waits = 0
  let together: Call[] = []
  let until = 0
  const end = () => {
    const span = until - (together[0]?.began ?? until)
    const sum = together.reduce((total, { began, ended }) => total + ended - began, 0)
    waits += together.reduce((total, { kind, times }) => total + WAITS[kind] * times, 0) * Math.min(1, span / sum || 1)
    together = []
  }
  for (const call of calls.toSorted((a, b) => a.began - b.began)) {
    if (call.began > until) end()
    together.push(call)
    until = Math.max(until, call.ended)
  }
  end()
  return waits
}

const isFunction = (name: string): name is FunctionName => name !== 'the upload'

/** Megabytes of memory with which a function has a whole CPU. */
const WHOLE_CPU_MB = 1769

/** GB-seconds of all runs: the CPU that the function took here, embedded services included, by its share of a CPU, and the waits of the cloud on top. */
const gbSeconds = (calls: readonly Call[], runs: Runs): number =>
  Object.entries(runs).reduce((sum, [name, { milliseconds }]) => {
    if (!isFunction(name)) return sum
    const waits = waitsOf(calls.filter(({ by }) => by === name))
    const { memoryMb } = functionSpec(name)
    return sum + (memoryMb / 1024) * ((milliseconds / Math.min(1, memoryMb / WHOLE_CPU_MB) + waits) / 1000)
  }, 0)

/** What so many reports as the calls were made for come to in dollars, part by part. */
export const moneyOf = (calls: readonly Call[], runs: Runs, reports: number): Readonly<Record<string, number>> => {
  const count = countOf(calls)
  const apart = calls.filter((call) => call.apart)
  const unitsApart = (kind: 'read' | 'write') => apart.filter((call) => call.kind === kind).reduce((sum, { units }) => sum + units, 0)
  const invocations = Object.values(runs).reduce((sum, { times }) => sum + times, 0)
  const httpCalls = Object.entries(runs)
    .filter(([name]) => isFunction(name) && 'routes' in functionSpec(name).trigger)
    .reduce((sum, [, { times }]) => sum + times, 0)
  const dollars = {
    'PUT, LIST': (count.PUT + count.LIST) * PRICES.put,
    'GET, HEAD': (count.GET + count.HEAD) * PRICES.get,
    'table writes': count.writeUnits * PRICES.writeUnit,
    'table reads': count.readUnits * PRICES.readUnit,
    'likeness bands': unitsApart('write') * PRICES.writeUnit + unitsApart('read') * PRICES.readUnit,
    queues: count.message * REQUESTS_A_MESSAGE * PRICES.sqs,
    'function calls': invocations * PRICES.lambda,
    'function time': gbSeconds(calls, runs) * PRICES.gbSecond,
    'HTTP API': httpCalls * PRICES.httpCall,
    mail: count.mail * PRICES.mail,
  }
  return Object.fromEntries(Object.entries(dollars).map(([part, millionth]) => [part, (millionth / 1e6 / reports) * 10_000]))
}
