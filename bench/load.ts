import { setTimeout as wait } from 'node:timers/promises'
import pMap from 'p-map'
import { handInAll, peopleOf, register, unitsFor } from './load/clerks.ts'
import { openRun } from './load/run.ts'
import { faultsOf, mailReader } from './load/whole.ts'

/*
 * A burst of uploads by some clerks at a time over the local run, as built (`npx tsx build.ts`), then approvals of a part: how long until the mail, how long an
 * approval, the CPU of the run; and whether all of it came to its end, in every list. `npx tsx bench/load.ts [UPLOADS] [CLERKS] [APPROVALS]`
 */
const [uploads = 1_000, clerks = 20, approvals = 500] = process.argv.slice(2).map(Number)
const REVIEWERS = 5
const PATIENCE_MILLISECONDS = 30 * 60_000

const at = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
const spread = (times: readonly number[]): string => {
  const sorted = times.toSorted((a, b) => a - b)
  return `median ${(at(sorted, 0.5) / 1000).toFixed(2)} s, p95 ${(at(sorted, 0.95) / 1000).toFixed(2)} s, longest ${(at(sorted, 1) / 1000).toFixed(2)} s`
}

const units = unitsFor(uploads)
const run = await openRun()
await run.start()
const people = await peopleOf(run)
const reviewer = await people.reviewer()
await register(reviewer, units)
const readMails = mailReader(run)

/** Waits for so many mails of a kind about these submissions. */
const mailed = async (ids: ReadonlySet<string>, published: boolean): Promise<Map<string, number>> => {
  for (const end = Date.now() + PATIENCE_MILLISECONDS; ; await wait(500)) {
    const mails = await readMails()
    const sent = [...ids].flatMap((id): [string, number][] => {
      const mail = mails.get(id)?.find((each) => each.published === published)
      return mail === undefined ? [] : [[id, mail.at]]
    })
    if (sent.length === ids.size || Date.now() > end) return new Map(sent)
  }
}

const idle = await run.cpu()
const began = Date.now()
const accepted = await handInAll(people, units, clerks)
const handedIn = Date.now() - began
const feedback = await mailed(new Set(accepted.map(({ id }) => id)), false)
const judged = Date.now() - began
const cpuJudged = (await run.cpu()) - idle
console.log(
  `${accepted.length} uploads by ${clerks} clerks: accepted in ${(handedIn / 1000).toFixed(1)} s, all mailed after ${(judged / 1000).toFixed(1)} s (${((accepted.length * 1000) / judged).toFixed(1)} a second)`,
)
console.log(`upload to mail: ${spread(accepted.flatMap(({ id, at: sent }) => (feedback.has(id) ? [(feedback.get(id) ?? 0) - sent] : [])))}`)
console.log(`CPU an upload: ${(cpuJudged / accepted.length).toFixed(0)} ms`)

const toApprove = accepted.filter(({ unit }) => !unit.fails).slice(0, approvals)
const before = await run.cpu()
const beganApproving = Date.now()
const approvedAt = new Map<string, number>()
const answers = await pMap(
  toApprove,
  async ({ id }) => {
    const asked = performance.now()
    const { status } = await reviewer.reviewSubmission({ params: { id }, body: { decision: 'approve' } })
    if (status !== 200) throw new Error(`approval refused: ${status}`)
    approvedAt.set(id, Date.now())
    return performance.now() - asked
  },
  { concurrency: REVIEWERS },
)
const approved = new Set(toApprove.map(({ id }) => id))
const publishedMails = await mailed(approved, true)
const published = Date.now() - beganApproving
console.log(`${approved.size} approvals: answer ${spread(answers)}`)
console.log(
  `approval to mail: ${spread([...publishedMails].map(([id, sent]) => sent - (approvedAt.get(id) ?? 0)))}; all after ${(published / 1000).toFixed(1)} s, ${(published / approved.size).toFixed(0)} ms each`,
)
console.log(`CPU a publication: ${(((await run.cpu()) - before) / approved.size).toFixed(0)} ms`)

const faults = await faultsOf(run, people, accepted, approved)
console.log(`lost or amiss: ${faults.length}`)
for (const fault of faults.slice(0, 20)) console.log(fault)
await run.close()
process.exit(faults.length === 0 && accepted.length === uploads ? 0 : 1)
