/**
 * Holds a report against 10 to 30,000 held ones by the keys of their fingerprints, through the real adapter over a table in memory that counts: what
 * is read and how long it takes, beside comparing with all, drawn as `bench/likeness.svg`. Then whether copies are found, by how much of them is copied,
 * drawn as `bench/likeness-recall.svg`. The number is the part of the sentences that are of everybody's stock, half of them unless told; 1 is a
 * world in which nobody writes a sentence of his own.
 *
 *     [SEED=7] npx tsx bench/likeness.ts [0.75]
 */
import { writeFileSync } from 'node:fs'
import { likenessStore } from '../functions/aws/likeness-store.ts'
import { likest, type StoredSignature, signatureOf } from '../shared/submission/likeness.ts'
import { likenessKeys } from '../shared/submission/likeness-keys.ts'
import { copiedInto } from '../shared/text/copied-passages.ts'
import { heldInMemory, readUnits } from './likeness/held-in-memory.ts'
import { anyCopy, anyOf, type Copy, formulaic, mixed, type Text } from './likeness/texts.ts'
import { linePlot } from './line-plot.tsx'

const SIZES = [10, 100, 1000, 3000, 10_000, 30_000]
const [QUERIES, QUERIES_OF_ALL, COPIES] = [200, 10, 2000]
const [GOAL_RECALL, MOST, MOST_CANDIDATES, MOST_KEYS] = [0.99, 0.6, 20, 32]
const YEAR = 2024
const USUAL = 0.5
const stock = Number(process.argv[2] ?? USUAL)

const held = Math.max(...SIZES)
const bank = stock === 1 ? held : 3000
const sources = Array.from({ length: bank }, (_, index) => formulaic(index + 1000))
const source = (index: number): Text => sources[index % bank] as Text
const texts = Array.from({ length: held }, (_, index) => (stock === 1 ? source(index) : mixed(source(index), stock)))
const textOf = (index: number): Text => texts[index] as Text

const signed = ([one, five]: Text) =>
  signatureOf({
    sections: [
      { number: 1, title: '', paragraphs: [one.join('')] },
      { number: 5, title: '', paragraphs: [five.join('')] },
    ],
  })
const figures = { two: Array(10).fill(12), three: Array(25).fill(Array(7).fill(3)), four: Array(15).fill(0) }
const nameOf = (index: number): string => `agency-${String(index).padStart(5, '0')}`
const stored = (index: number): StoredSignature => ({
  ...{ agencyId: nameOf(index), agencyName: '青禾市某某局', year: YEAR, version: 1, submissionId: crypto.randomUUID() },
  signature: signed(textOf(index)),
  tables: figures,
})

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const timed = async <Made>(run: () => Made | Promise<Made>): Promise<readonly [Made, number]> => {
  const began = process.cpuUsage()
  const made = await run()
  const { user, system } = process.cpuUsage(began)
  return [made, (user + system) / 1000]
}

const { table, cost, items } = heldInMemory()
const store = likenessStore(table)
const all: StoredSignature[] = []
const own = (signature: StoredSignature['signature']) => ({ agencyId: 'own', year: YEAR, signature })

/** What holding one report against all that are held costs. */
const measure = async (copies: readonly Copy[]) => {
  const before = { ...cost }
  const times: number[] = []
  const candidates: number[] = []
  for (const { text } of copies) {
    const signature = signed(text)
    const [others, time] = await timed(async () => {
      const found = (await store.search(own(signature))).others
      likest(signature, found)
      return found
    })
    times.push(time)
    candidates.push(others.length)
  }
  const slow: number[] = []
  for (const { text } of copies.slice(0, QUERIES_OF_ALL)) {
    const signature = signed(text)
    slow.push((await timed(() => likest(signature, all)))[1])
  }
  const ofAll = Array.from(items.values()).reduce((sum, item) => sum + ('signature' in item ? 2 * readUnits(item) : 0), 0) / 2
  return {
    requests: (cost.reads - before.reads) / copies.length,
    units: (cost.readUnits - before.readUnits) / copies.length,
    milliseconds: median(times),
    candidates: mean(candidates),
    mostCandidates: Math.max(...candidates),
    ofAll: { units: ofAll, milliseconds: median(slow) },
  }
}

const rows: (Awaited<ReturnType<typeof measure>> & { readonly held: number; readonly writes: number; readonly writeUnits: number })[] = []
let keys = 0
for (const size of SIZES) {
  const [from, writes, writeUnits] = [all.length, cost.writes, cost.writeUnits]
  while (all.length < size) {
    const next = stored(all.length)
    const { entry } = await store.search(next)
    keys = Math.max(keys, entry.open.length + entry.crowded.length, likenessKeys(next.signature, new Set()).flat().length)
    await store.put(next, entry)
    all.push(next)
  }
  const added = all.length - from
  const copies = Array.from({ length: QUERIES }, () => anyCopy(texts.slice(0, size)))
  const measured = await measure(copies)
  rows.push({ ...measured, held: size, writes: (cost.writes - writes) / added, writeUnits: (cost.writeUnits - writeUnits) / added })
}

console.table(
  rows.map((row) => ({
    held: row.held,
    'read requests': row.requests.toFixed(1),
    'read units': row.units.toFixed(1),
    'CPU ms': row.milliseconds.toFixed(2),
    'candidates, mean': row.candidates.toFixed(1),
    'at most': row.mostCandidates,
    writes: row.writes.toFixed(1),
    'write units': row.writeUnits.toFixed(1),
    'all: read units': row.ofAll.units,
    'all: CPU ms': row.ofAll.milliseconds.toFixed(1),
  })),
)
console.log(`keys of a report: ${keys} at most`)

// Which copies are found among all that are held, and by the comparison with all.
const shareOf = ({ text, section }: Copy, index: number): number =>
  copiedInto(text[section].join(''))(textOf(index)[section].join('')).share
const index = ({ agencyId }: StoredSignature): number => Number(agencyId.slice('agency-'.length))
const speaks = (copy: Copy, near: readonly StoredSignature[]): boolean => near.some((each) => shareOf(copy, index(each)) > MOST)

type Found = {
  readonly share: number
  readonly source: boolean
  readonly said: boolean
  readonly ofAll?: { source: boolean; said: boolean }
}
const found: Found[] = []
for (let number = 0; number < COPIES; number++) {
  const copy = anyCopy(texts)
  const signature = signed(copy.text)
  const is = (each: StoredSignature): boolean => index(each) === copy.of
  const near = likest(signature, (await store.search(own(signature))).others)
  const far = number % 20 === 0 ? likest(signature, all) : undefined
  found.push({
    share: copy.share,
    source: near.some(is),
    said: speaks(copy, near),
    ...(far && { ofAll: { source: far.some(is), said: speaks(copy, far) } }),
  })
}
const part = (of: readonly unknown[], all: readonly unknown[]): string =>
  all.length === 0 ? '' : `${((100 * of.length) / all.length).toFixed(2)} %`
const BINS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.8, 0.9]
const bins = BINS.map((from, at) => {
  const inside = found.filter(({ share }) => share > from && share <= (BINS[at + 1] ?? 1))
  return { from, to: BINS[at + 1] ?? 1, inside }
}).filter(({ inside }) => inside.length > 0)
console.table(
  bins.map(({ from, to, inside }) => {
    const both = inside.flatMap(({ ofAll, ...mine }) => (ofAll ? [{ ...mine, ofAll }] : []))
    return {
      'copied, %': `${100 * from} to ${100 * to}`,
      copies: inside.length,
      'source found by keys': part(
        inside.filter((each) => each.source),
        inside,
      ),
      'rule speaks': part(
        inside.filter((each) => each.said),
        inside,
      ),
      'by comparing with all': part(
        both.filter(({ ofAll }) => ofAll.source),
        both,
      ),
    }
  }),
)
const above = found.filter(({ share }) => share > MOST)
const heard = above.filter(({ said }) => said)
const both = found.flatMap(({ said, ofAll }) => (ofAll ? [{ said, ofAll }] : []))
console.log(
  `above 60 %: ${part(
    above.filter((each) => each.source),
    above,
  )} of ${above.length} found, the rule speaks of ${part(heard, above)}`,
)
console.log(
  `${both.length} held against all as well: the rule speaks of ${both.filter((each) => each.ofAll.said).length} by comparing with all, of ${both.filter(({ said }) => said).length} by keys, of ${both.filter(({ said, ofAll }) => said && ofAll.said).length} by both`,
)
const pairs = Array.from({ length: 4000 }, () => copiedInto(anyOf(texts)[0].join(''))(anyOf(texts)[0].join('')).share)
const at = (part: number): string => (100 * (pairs.toSorted((a, b) => a - b)[Math.floor(part * pairs.length)] ?? 0)).toFixed(0)
console.log(`two reports of those held share ${at(0.1)} % to ${at(0.9)} % of section 一, half of the pairs ${at(0.5)} % or less`)

if (stock === USUAL && process.env.SEED === undefined) {
  const drawn = (name: string, svg: string) => writeFileSync(new URL(name, import.meta.url), svg)
  drawn(
    'likeness.svg',
    linePlot(
      [
        { name: 'by keys', points: rows.map((row) => [row.held, row.units]) },
        { name: 'comparing with all', points: rows.map((row) => [row.held, row.ofAll.units]) },
      ],
      { title: 'What the likeness check of one report reads', x: 'reports held', y: 'read units of the table' },
    ),
  )
  drawn(
    'likeness-recall.svg',
    linePlot(
      [
        {
          name: 'by keys',
          points: bins.map(({ from, to, inside }) => [
            50 * (from + to),
            (100 * inside.filter(({ source }) => source).length) / inside.length,
          ]),
        },
      ],
      { title: 'Copies found among 30,000 reports', x: 'copied, % of the section', y: 'found, %', linear: true },
    ),
  )
}
const recall = heard.length / above.length
const reached = recall >= GOAL_RECALL && keys <= MOST_KEYS && rows.every(({ mostCandidates }) => mostCandidates <= MOST_CANDIDATES)
console.log(
  `goal: the rule speaks of ≥ 99 % of the copies above 60 %, ≤ ${MOST_CANDIDATES} candidates, ≤ ${MOST_KEYS} keys: ${reached ? 'reached' : 'missed'}`,
)
process.exitCode = reached ? 0 : 1
