import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import type { S3Client } from '@aws-sdk/client-s3'
import type { AwsSettings } from '../../functions/aws/settings.ts'
import { type Input, type Key, type Kind, plain, requestOf, type Write } from './requests.ts'
import { type Item, indexUnits, tableUnits } from './units.ts'

/** One request to a service. `units` are those of the table, read or write, indexes included, `ofIndexes` what is theirs. */
export type Call = {
  readonly by: string
  readonly kind: Kind
  /** What it was about, for whoever reads the list of calls. */
  readonly about: string
  readonly times: number
  readonly units: number
  readonly ofIndexes: number
  /** The likeness bands, which are counted apart. */
  readonly apart: boolean
  /** When it was made, and answered, in milliseconds: which of them were side by side. */
  readonly began: number
  readonly ended: number
}

/** Partition keys of what is counted apart. */
const APART = /^(?:signatures|likeness)/

type Answer = { readonly ConsumedCapacity?: { CapacityUnits?: number } | { CapacityUnits?: number }[] }
const consumed = ({ ConsumedCapacity }: Answer): number =>
  [ConsumedCapacity ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0)

/** What finds nothing costs the least. */
const readUnits = ({ ConsistentRead }: Input, answer: Answer): number => Math.max(consumed(answer), ConsistentRead === true ? 1 : 0.5)

/** A batch of messages is one request, and as many messages. */
const timesOf = ({ Entries }: Input): number => (Array.isArray(Entries) ? Entries.length : 1)

/** Takes down every request that the clients make which it watches, for the function of a name. */
export const openLedger = (settings: AwsSettings, TableName: string) => {
  const calls: Call[] = []
  let resting = false
  const { region, credentials, endpoints } = settings
  const unwatched = new DynamoDBClient({
    ...(region && { region }),
    ...(credentials && { credentials }),
    ...(endpoints?.dynamodb && { endpoint: endpoints.dynamodb }),
  })
  const stored = async ({ pk, sk }: Key): Promise<Item | undefined> => {
    const Key = { pk: { S: plain(pk) }, sk: { S: plain(sk) } }
    return (await unwatched.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))).Item
  }

  /** Makes the write, and finds by the items before and after it what it costs in table and indexes: the embedded database tells of the table alone. */
  const measured = async <Made>(writes: readonly Write[], make: () => Promise<Made>) => {
    const before = await Promise.all(writes.map(({ key }) => stored(key)))
    const made = await make().then(
      (answer) => ({ answer }),
      (error: unknown) => ({ error }),
    )
    const after = await Promise.all(writes.map(({ key }) => stored(key)))
    const ofTable = writes.reduce((sum, _, at) => sum + tableUnits(before[at], after[at]), 0)
    const ofIndexes = writes.flatMap((_, at) => Object.values(indexUnits(before[at], after[at]))).reduce((sum, units) => sum + units, 0)
    return { made, units: ofTable + ofIndexes, ofIndexes }
  }

  const noteFor =
    (by: string, kind: Kind, about: string, began = performance.now()) =>
    (times: number, units: number, ofIndexes: number) =>
      // The message that tells index-site is counted with it, apart.
      void calls.push({
        by: kind === 'message' && about === 'index-site' ? about : by,
        kind,
        about,
        times,
        units,
        ofIndexes,
        apart: APART.test(about.replace(/^table: /, '')),
        began,
        ended: performance.now(),
      })

  /** Makes the request, and takes it down. */
  const take = async <Made extends { readonly output: unknown }>(
    by: string,
    commandName: string,
    input: Input,
    make: (input: Input) => Promise<Made>,
  ): Promise<Made> => {
    if (resting) return make(input)
    const { kind, about, writes } = requestOf(commandName, input)
    const note = noteFor(by, kind, about)
    if (writes.length > 0) {
      const { made, units, ofIndexes } = await measured(writes, () => make(input))
      note(1, units, ofIndexes)
      if ('error' in made) throw made.error
      return made.answer
    }
    const answer = await make(kind === 'read' ? { ...input, ReturnConsumedCapacity: 'TOTAL' } : input)
    note(timesOf(input), kind === 'read' ? readUnits(input, answer.output as Answer) : 0, 0)
    return answer
  }

  const watchFor = (by: string) => (client: Parameters<NonNullable<AwsSettings['watch']>>[0]) =>
    (client as S3Client).middlewareStack.add(
      (next, { commandName = '' }) =>
        (args) =>
          take(by, commandName, args.input as unknown as Input, (input) => next({ ...args, input: input as unknown as typeof args.input })),
      { step: 'initialize', name: 'ledger' },
    )

  return {
    calls,
    watchFor,
    /** From now on nothing is counted, so that what the functions take can be measured. */
    rest: () => {
      resting = true
    },
    /** A request that no client of ours makes, such as the browser's upload. */
    note: (by: string, kind: Kind, about: string) => noteFor(by, kind, about)(1, 0, 0),
    close: () => unwatched.destroy(),
  }
}
