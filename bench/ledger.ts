import pMap from 'p-map'
import { rebuildSite } from '../functions/rebuild-site/rebuild.ts'
import { sampleReport } from '../tests/generator/sample-report.ts'
import { writeSample } from '../tests/generator/write-sample.ts'
import { COLUMN_NAMES, rowOf } from '../tests/ledger/budget.ts'
import { byFunction, countOf } from '../tests/ledger/count.ts'
import { followReport, startCounted } from '../tests/ledger/drive.ts'
import type { Call } from '../tests/ledger/ledger.ts'
import { moneyOf } from '../tests/ledger/money.ts'
import { countTwoReports } from '../tests/ledger/two-reports.ts'

/*
 * Every request for one report that fails and one that is published, by function, through the real adapters against the embedded services; and what
 * 10,000 that are published come to in money. `npx tsx bench/ledger.ts [--calls] [HELD]`: each call, with so many publications held before.
 */
const held = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 0)

const table = (calls: readonly Call[]): void => {
  const rows = Object.entries({ ...byFunction(calls), sum: countOf(calls) })
  console.log(`| function | ${COLUMN_NAMES.join(' | ')} |\n| --- |${' --- |'.repeat(COLUMN_NAMES.length)}`)
  for (const [name, count] of rows) {
    const row = rowOf(count)
    console.log(`| ${name} | ${COLUMN_NAMES.map((column) => row[column]).join(' | ')} |`)
  }
}

const WARM = 20

const counted = await startCounted()
const at = '2025-01-20T01:30:00.000Z'
/** Stands in public and in no list yet, as after a publication. */
const hold = async (index: number): Promise<void> => {
  const agencyId = `held-${Math.floor(index / 10)}`
  const agency = { agencyId, agencyName: `青禾市第${Math.floor(index / 10)}局` }
  const of = { ...agency, year: 2015 + (index % 10), submissionId: `held-${index}` }
  const shown = { version: 1, title: '政府信息公开工作年度报告', page: `/${agencyId}/${of.year}/v1/`, publishedAt: at }
  await counted.core.publications.put({ ...of, ...shown }, { at, over: undefined })
  await counted.core.publications.settle({ ...of, due: at })
}
await pMap(Array(held).keys(), hold, { concurrency: 40 })
// The lists as they stand where so many were published.
if (held > 0) await rebuildSite(counted.core)

const { failing, passing } = await countTwoReports(counted)

/** Reports of agencies of their own, from hand to page. */
const publishMany = async (first: number): Promise<void> => {
  for (let seed = first; seed < first + WARM; seed += 1) {
    const agency = { id: `warm-${seed}`, name: `青禾市第${seed}局`, aliases: [], mail: ['office@example.org'] }
    await counted.core.agencies.save(agency)
    const report = sampleReport({ seed, agency: agency.name, year: 2024, bustle: 'ordinary' })
    await followReport(counted, agency, writeSample(report, { format: 'docx', layout: 'official' }), 2024, 'published')
  }
}

// Once more, warm, for what it costs; and again without counting, for how long the functions run.
const from = counted.ledger.calls.length
await publishMany(2)
const warm = counted.ledger.calls.slice(from)
counted.ledger.rest()
counted.forgetRuns()
await publishMany(2 + WARM)
await counted.close()

for (const [title, calls] of [
  ['fails', failing],
  ['passes and is published', passing],
] as const) {
  console.log(`\nA report that ${title}, ${held} publications held:\n`)
  if (process.argv.includes('--calls')) for (const { by, kind, units, about } of calls) console.log(`${by} ${kind} ${units || ''} ${about}`)
  table(calls)
}

const isSite = (name: string): boolean => name === 'index-site'
const runsOf = (site: boolean) => Object.fromEntries(Object.entries(counted.runs).filter(([name]) => isSite(name) === site))
const moneyFor = (site: boolean) =>
  moneyOf(
    warm.filter(({ by }) => isSite(by) === site),
    runsOf(site),
    WARM,
  )
const sum = (money: Readonly<Record<string, number>>): number => Object.values(money).reduce((total, dollars) => total + dollars, 0)

const money = moneyFor(false)
const all = sum(money)
const withoutMail = all - (money.mail ?? 0)
console.log('\n| dollars for 10,000 published | |\n| --- | --- |')
for (const [part, dollars] of Object.entries({ ...money, all, 'all without mail': withoutMail }))
  console.log(`| ${part} | ${dollars.toFixed(3)} |`)
console.log(`| beside it, 10,000 rebuilds by index-site | ${sum(moneyFor(true)).toFixed(3)} |`)
const GOAL = { all: 3.2, withoutMail: 1.2 }
process.exit(all <= GOAL.all && withoutMail <= GOAL.withoutMail ? 0 : 1)
