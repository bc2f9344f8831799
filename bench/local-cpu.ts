import { setTimeout as wait } from 'node:timers/promises'
import { readTools } from '../functions/node/read-tools.ts'
import { judge } from '../shared/assessment/judge.ts'
import { readFile } from '../shared/readers/read-file.ts'
import { reportOf } from '../shared/report/recognise-report.ts'
import { answered, handInAll, peopleOf, register, unitsFor } from './load/clerks.ts'
import { openRun } from './load/run.ts'
import { mailReader } from './load/whole.ts'

/*
 * The CPU that the local run takes from an upload to its mail, and with its publication, against reading and judging the same files alone, each warm, in
 * one run of the bench. `npx tsx bench/local-cpu.ts [UPLOADS]`, after `npx tsx build.ts`.
 */
const uploads = Number(process.argv[2] ?? 150)
const WARM_UP = 200
/** Until code that is run alone is as warm as it can be. */
const PASSES = 4
const CLERKS = 5
const GOALS = { mailed: 20, published: 28 }

const units = unitsFor(WARM_UP + uploads).map((unit) => ({ ...unit }))
const run = await openRun()
await run.start()
const people = await peopleOf(run)
const reviewer = await people.reviewer()
await register(reviewer, units)
const readMails = mailReader(run)

const mailed = async (ids: readonly string[], published: boolean): Promise<void> => {
  for (;;) {
    const mails = await readMails()
    if (ids.every((id) => mails.get(id)?.some((mail) => mail.published === published))) return
    await wait(300)
  }
}

/** Hands in, and publishes what passes; the CPU of the run to the mails of the verdicts, and of the pages. */
const through = async (batch: typeof units) => {
  const before = await run.cpu()
  const accepted = await handInAll(people, batch, CLERKS)
  await mailed(
    accepted.map(({ id }) => id),
    false,
  )
  const judged = await run.cpu()
  const passed = accepted.filter(({ unit }) => !unit.fails)
  for (const { id } of passed) answered(await reviewer.reviewSubmission({ params: { id }, body: { decision: 'approve' } }))
  await mailed(
    passed.map(({ id }) => id),
    true,
  )
  return { mailed: (judged - before) / batch.length, published: ((await run.cpu()) - judged) / passed.length }
}

const cpuOf = async (work: () => Promise<void>): Promise<number> => {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Reading and judging alone, in this process, as often as it takes to be warm. */
const alone = async (batch: typeof units): Promise<number> =>
  (await cpuOf(async () => {
    for (const { file } of batch) await judge(reportOf(await readFile(file, readTools)), { context: {}, sha256: null })
  })) / batch.length

await through(units.slice(0, WARM_UP))
const whole = await through(units.slice(WARM_UP))
await run.close()
for (let pass = 0; pass < PASSES; pass += 1) await alone(units)
const reading = await alone(units.slice(WARM_UP))

const ratios = { mailed: whole.mailed / reading, published: (whole.mailed + whole.published) / reading }
console.log(`reading and judging alone ${reading.toFixed(1)} ms of CPU`)
console.log(`upload to mail ${whole.mailed.toFixed(0)} ms: ${ratios.mailed.toFixed(1)} times (goal ${GOALS.mailed})`)
console.log(
  `with its publication ${(whole.mailed + whole.published).toFixed(0)} ms: ${ratios.published.toFixed(1)} times (goal ${GOALS.published})`,
)
process.exit(ratios.mailed <= GOALS.mailed && ratios.published <= GOALS.published ? 0 : 1)
