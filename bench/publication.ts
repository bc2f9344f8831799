/**
 * What one publication costs with so many held: publish-report through the real stores on an embedded table, files counted instead of written. Beside it
 * index-site: one run for that publication, and one for a burst of 500. Draws requests a publication as `bench/publication.svg`; leaves with status 1 where
 * they grow.
 *
 *     npx tsx bench/publication.ts [HELD…]
 */
import { writeFileSync } from 'node:fs'
import pMap from 'p-map'
import { explanationStore } from '../functions/aws/explanation-store.ts'
import { publicationStore } from '../functions/aws/publication-store.ts'
import { siteStore } from '../functions/aws/site-store.ts'
import { submissionLists } from '../functions/aws/submission-lists.ts'
import { submissionStore } from '../functions/aws/submission-store.ts'
import { openTable } from '../functions/aws/table.ts'
import { createHandler as createIndexSite } from '../functions/index-site/handler.ts'
import { createHandler as createPublishReport } from '../functions/publish-report/handler.ts'
import { writeLists } from '../functions/site/write-lists.ts'
import { assessments, reports } from '../functions/stored/results.ts'
import type { FunctionName } from '../shared/pipeline.ts'
import { AGENCIES, HOME_PAGES, listOfYear, YEARS } from '../shared/publication/list-parts.ts'
import type { Publication } from '../shared/submission/submission.ts'
import { assessmentOf } from '../tests/assessment/assessment-of.ts'
import { startTable } from '../tests/contracts/embedded-table.ts'
import { fakePorts } from '../tests/fakes/fake-ports.ts'
import { memoryFiles } from '../tests/fakes/memory-files.ts'
import { sampleReport } from '../tests/generator/sample-report.ts'
import { writeSample } from '../tests/generator/write-sample.ts'
import { countOf } from '../tests/ledger/count.ts'
import { openLedger } from '../tests/ledger/ledger.ts'
import { readBytes } from '../tests/report/read-sample.ts'
import { linePlot } from './line-plot.tsx'

const given = process.argv.slice(2).map(Number)
const SIZES = given.length > 0 ? given : [0, 100, 1000, 10_000, 30_000]
const YEAR = 2024
const HELD_YEARS = 10
const BURST = 500
const AT = '2025-01-20T01:30:00.000Z'
const TOGETHER = { concurrency: 16 }

const publicationOf = (agencyId: string, year: number): Publication => ({
  agencyId,
  agencyName: `青禾省第${agencyId}局`,
  year,
  version: 1,
  submissionId: `${agencyId}-${year}`,
  title: `青禾省第${agencyId}局${year}年政府信息公开工作年度报告`,
  page: `/${agencyId}/${year}/v1/`,
  publishedAt: AT,
})

/** Hands a batch to a function, without the clock that would stop it. */
const deliver = async (handler: unknown, ...submissions: string[]): Promise<void> => {
  const Records = submissions.map((submission, at) => ({ messageId: `${at}`, body: JSON.stringify({ submission }) }))
  const call = handler as (event: unknown, context: object) => Promise<{ batchItemFailures: unknown[] }>
  const { batchItemFailures } = await call({ Records }, { functionName: 'bench' })
  if (batchItemFailures.length > 0) throw new Error('a function failed')
}

/** Ids that fall among those that are held. */
const id = (number: number, kind: string): string => `${String((number * 7919) % 30_011).padStart(5, '0')}${kind}`

const held = (count: number): Publication[] =>
  Array.from({ length: count }, (_, at) => publicationOf(id(Math.floor(at / HELD_YEARS), 'h'), YEAR + 1 - HELD_YEARS + (at % HELD_YEARS)))

/** The lists that so many publications lead to, made in memory. */
const listed = async (publications: readonly Publication[]) => {
  const ports = { ...fakePorts(), site: { ...memoryFiles(), write: async () => {} } }
  for (const each of publications) await ports.publications.put(each, { at: AT, over: undefined })
  const agencies = new Map<string, { agencyName: string; years: Set<number> }>()
  for (const { agencyId, agencyName, year } of publications)
    agencies.set(agencyId, { agencyName, years: (agencies.get(agencyId)?.years ?? new Set()).add(year) })
  const years = [...new Set(publications.map(({ year }) => year))]
  await writeLists(ports, { agencies, years: new Map(years.map((year) => [year, 'all' as const])) }, { afresh: true })
  return { siteStore: ports.siteStore, lists: [HOME_PAGES, YEARS, AGENCIES, ...years.map(listOfYear)] }
}

const report = await readBytes(writeSample(sampleReport({ seed: 7, year: YEAR }), { format: 'txt', layout: 'pipe' }))

const measure = async (size: number) => {
  const { table, settings, close } = await startTable()
  const ledger = openLedger(settings, 'nianbao')
  const written: string[] = []
  const site = { ...memoryFiles(), write: async (_key: string, content: string | Uint8Array) => void written.push(String(content)) }
  const uploads = memoryFiles()
  const portsFor = (name: FunctionName) => {
    const watched = openTable('nianbao', { ...settings, watch: ledger.watchFor(name) })
    const [submissions, lists] = [submissionStore(watched), submissionLists(watched)]
    const [publications, explanations] = [publicationStore(watched), explanationStore(watched)]
    const clock = { now: () => new Date() }
    return { ...fakePorts(), submissions, lists, publications, explanations, siteStore: siteStore(watched), site, uploads, clock }
  }
  const publishReport = createPublishReport(portsFor('publish-report'))
  const indexSite = createIndexSite(portsFor('index-site'))

  const unwatched = { publications: publicationStore(table), siteStore: siteStore(table), submissions: submissionStore(table) }
  const all = held(size)
  const put = async (each: Publication, at = new Date().toISOString()) => {
    await unwatched.publications.put(each, { at, over: undefined })
    return { ...each, due: at }
  }
  await pMap(all, async (each) => unwatched.publications.settle(await put(each)), TOGETHER)
  const made = await listed(all)
  for (const list of made.lists) for (const part of await made.siteStore.parts(list)) await unwatched.siteStore.savePart(list, part)
  await pMap(await made.siteStore.agencies(), (agency) => unwatched.siteStore.saveAgency(agency), TOGETHER)

  const counted = async (work: () => Promise<unknown>) => {
    const [calls, files, began] = [ledger.calls.length, written.length, process.cpuUsage()]
    await work()
    const { user, system } = process.cpuUsage(began)
    const { read, write, readUnits, writeUnits } = countOf(ledger.calls.slice(calls))
    const bytes = written.slice(files).reduce((sum, content) => sum + Buffer.byteLength(content), 0)
    return { PUT: written.length - files, KB: Math.round(bytes / 1000), read, readUnits, write, writeUnits, ms: (user + system) / 1000 }
  }
  const publishOne = async (number: number) => {
    const { submissionId, agencyId, agencyName } = publicationOf(id(number, 'n'), YEAR)
    const of = { id: submissionId, agencyId, agencyName, year: YEAR, version: 1, status: 'approved' as const, since: AT }
    await reports.write(uploads, submissionId, report)
    await assessments.write(uploads, submissionId, assessmentOf([]))
    await unwatched.submissions.create({ ...of, fileName: '', key: '', declaredSha256: '', submittedBy: 'zhang', history: [] })
    const publication = await counted(() => deliver(publishReport, submissionId))
    return { publication, rebuild: await counted(() => deliver(indexSite, submissionId)) }
  }
  await publishOne(1) // warm, and the style sheet is there
  const several = [await publishOne(2), await publishOne(3), await publishOne(4)]
  const leastCpu = several.toSorted((a, b) => a.publication.ms - b.publication.ms)[0]
  const [, one] = several
  if (one === undefined || leastCpu === undefined) throw new Error('nothing was measured')
  const marked = await pMap(Array.from({ length: BURST }), (_, at) => put(publicationOf(id(at + 10, 'b'), YEAR)), TOGETHER)
  const burst = await counted(() => deliver(indexSite, ...marked.map(({ submissionId }) => submissionId)))
  ledger.close()
  await close()
  return { publication: { ...one.publication, ms: leastCpu.publication.ms }, rebuild: one.rebuild, burst }
}

type Measured = Awaited<ReturnType<typeof measure>>
const results: { readonly size: number; readonly measured: Measured }[] = []
for (const size of SIZES) {
  results.push({ size, measured: await measure(size) })
  console.log(`${size} held: measured`)
}

const row = (size: number, { ms, ...counts }: Measured['publication']): string =>
  `| ${[size.toLocaleString('en'), ...Object.values(counts), ms.toFixed(0)].join(' | ')} |`
for (const [name, title] of [
  ['publication', 'One publication'],
  ['rebuild', 'index-site, one run for one publication'],
  ['burst', `index-site, one run for a burst of ${BURST}`],
] as const) {
  console.log(
    `\n${title}:\n\n| held | PUT | KB | reads | read units | writes | write units | ms of CPU |\n| --- | --- | --- | --- | --- | --- | --- | --- |`,
  )
  for (const { size, measured } of results) console.log(row(size, measured[name]))
}

const line = (name: string, of: (measured: Measured) => number) => ({
  name,
  points: results.map(({ size, measured }) => [Math.max(size, 10), of(measured)] as const),
})
writeFileSync(
  new URL('publication.svg', import.meta.url),
  linePlot(
    [
      line('PUT', ({ publication }) => publication.PUT),
      line('table units', ({ publication }) => publication.readUnits + publication.writeUnits),
      line('PUT of a run for one', ({ rebuild }) => rebuild.PUT),
      line('PUT of a run for 500', ({ burst }) => burst.PUT),
    ],
    { title: 'Requests of one publication', x: 'publications held', y: 'requests, units' },
  ),
)
const [first, last] = [results[0]?.measured.publication, results.at(-1)?.measured.publication]
const flat = first !== undefined && last !== undefined && first.PUT === last.PUT && first.read === last.read && first.write === last.write
console.log(`\ngoal: a publication asks for the same, whatever is held: ${flat ? 'reached' : 'missed'}`)
process.exitCode = flat ? 0 : 1
