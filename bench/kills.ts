import { setTimeout as wait } from 'node:timers/promises'
import { type Accepted, answered, handIn, type People, peopleOf, register, type Unit, unitsFor } from './load/clerks.ts'
import { openRun } from './load/run.ts'
import { faultsOf, mailReader } from './load/whole.ts'

/*
 * Kills of the local run at random moments under load, each followed by a start on the same folder: every file that was accepted must come to its last
 * status with its mails, in all lists. `npx tsx bench/kills.ts [KILLS] [CLERKS]`
 */
const [kills = 40, clerks = 8] = process.argv.slice(2).map(Number)
/** Units that clerks find between two kills: more than they get through. */
const UNITS_A_KILL = 30
const LONGEST_LIFE_MILLISECONDS = 6_000
const PATIENCE_MILLISECONDS = 15 * 60_000

const run = await openRun()
await run.start()
const people: People = await peopleOf(run)
const reviewer = await people.reviewer()
const accepted: Accepted[] = []
const approved = new Set<string>()
let refused = 0

const units = unitsFor(kills * UNITS_A_KILL)
await register(reviewer, units)
const waiting: Unit[] = [...units]

/** Hands in until told to stop. A file that was not accepted may be handed in again, as people do. */
const work = async (stop: AbortSignal): Promise<void> => {
  for (let unit = waiting.shift(); unit !== undefined && !stop.aborted; unit = waiting.shift())
    try {
      accepted.push(await handIn(people, unit))
    } catch {
      refused += 1
      waiting.push(unit)
      await wait(100)
    }
}

/** Approves what waits, as it comes. An approval counts where it was answered; one that was not may have been taken all the same. */
const approve = async (stop: AbortSignal): Promise<void> => {
  while (!stop.aborted) {
    const open = accepted.filter(({ unit, id }) => !unit.fails && !approved.has(id))
    const next = open[Math.floor(Math.random() * open.length)]
    const answer =
      next && (await reviewer.reviewSubmission({ params: { id: next.id }, body: { decision: 'approve' } }).catch(() => undefined))
    if (next !== undefined && answer?.status === 200) approved.add(next.id)
    await wait(50)
  }
}

for (let kill = 1; kill <= kills; kill += 1) {
  const stop = new AbortController()
  const working = Promise.all([...Array.from({ length: clerks }, () => work(stop.signal)), approve(stop.signal)])
  await wait(200 + Math.random() * LONGEST_LIFE_MILLISECONDS)
  stop.abort()
  await run.kill()
  await working
  await run.start()
  console.log(`kill ${kill}: ${accepted.length} accepted, ${approved.size} approved, ${refused} refused`)
}

/** Until every mail is there, or for too long. */
const settled = async (): Promise<void> => {
  const read = mailReader(run)
  for (const end = Date.now() + PATIENCE_MILLISECONDS; Date.now() < end; await wait(1_000)) {
    const mails = await read()
    const sent = (id: string, published: boolean) => mails.get(id)?.some((each) => each.published === published) ?? false
    if (accepted.every(({ id }) => sent(id, false) && (!approved.has(id) || sent(id, true)))) return
  }
}

await settled()
await run.kill()
await run.start()
// An approval that was not answered before a kill may have been taken: what stands as published counts as approved.
const { submissions } = answered(await reviewer.listSubmissions({ query: { status: 'published' } }))
for (const { id } of submissions) approved.add(id)
const faults = await faultsOf(run, people, accepted, approved)
const mails = await mailReader(run)()
const twice = [...mails.values()].filter((sent) => new Set(sent.map(({ published }) => published)).size < sent.length).length
console.log(
  `${kills} kills, ${accepted.length} files accepted, ${approved.size} approved; amiss: ${faults.length}; mailed more than once: ${twice}`,
)
for (const fault of faults.slice(0, 20)) console.log(fault)
await run.close()
process.exit(faults.length === 0 ? 0 : 1)
