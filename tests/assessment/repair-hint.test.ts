import { describe, expect, it } from 'vitest'
import { inflate } from '../../functions/node/inflate.ts'
import { disagreements, repairHints } from '../../shared/assessment/repair-hint.ts'
import type { CellRef, Edition } from '../../shared/form/edition.ts'
import { readFile } from '../../shared/readers/read-file.ts'
import { READ_LIMITS } from '../../shared/readers/reader.ts'
import { recogniseReport } from '../../shared/report/recognise-report.ts'
import type { Report } from '../../shared/report/report.ts'
import { brokenEquations } from '../generator/broken-equations.ts'
import { figureOf } from '../generator/plant/change-figures.ts'
import { randomOf } from '../generator/random.ts'
import { type SampleReport, type SampleWish, sampleReport } from '../generator/sample-report.ts'
import type { Variants } from '../generator/variants.ts'
import { writeSample } from '../generator/write-sample.ts'
import { howMany } from '../how-many.ts'
import { soundReport, withTable } from '../reports/sound-report.ts'
import { type Change, mendingCells, printedCells, smallestMends, withValue } from './mending-cells.ts'

const read = async (sample: SampleReport, variants: Variants = {}): Promise<Report> => {
  const reading = await readFile(writeSample(sample, { format: 'html', layout: 'clean', variants }), { inflate, limits: READ_LIMITS })
  if ('unreadable' in reading) throw new Error(`the sample cannot be read: ${reading.unreadable}`)
  return recogniseReport(reading)
}
type Told = { readonly cell: CellRef | undefined; readonly value: number }

/** What the hints say to change, hint by hint. */
const hintsOf = (report: Report): Told[][] =>
  repairHints(report).map(({ changes }) => changes.map(({ figure, value }) => ({ cell: figure.place.cell, value })))

/** The one hint of one cell; null where there is none. */
const hintOf = (report: Report): Told | null => {
  const [[only] = [], second] = hintsOf(report)
  if (second !== undefined) throw new Error('there are more hints than one')
  return only ?? null
}
const inOrder = (changes: readonly (Told | Change)[]) => changes.map((change) => JSON.stringify(change)).toSorted()
const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, value) => value)

const SEEDS = (few: number, many: number): number[] => Array.from({ length: howMany({ few, many }) }, (_, seed) => seed)
const WISHES: readonly [string, Omit<SampleWish, 'seed'>][] = [
  ['quiet, form of 2021', { bustle: 'quiet', year: 2024 }],
  ['ordinary, form of 2021', { bustle: 'ordinary', year: 2024 }],
  ['busy, form of 2021', { bustle: 'busy', year: 2024 }],
  ['ordinary, trial form', { bustle: 'ordinary', edition: '2019' as Edition }],
]

describe.each(WISHES)('one cell altered: %s', (_, wish) => {
  it.each(SEEDS(20, 60))('names it and its old value where the sums determine it, else is silent: seed %i', async (seed) => {
    const random = randomOf(seed)
    const sound = sampleReport({ seed, ...wish })
    const cell = random.pick(printedCells(sound))
    const old = figureOf(sound, cell)
    const altered = random.chance(0.5) ? old + random.integer(1, 40) : random.integer(0, old + 3)
    const report = withValue(sound, cell, altered === old ? old + 1 : altered)
    // One cell was altered by `by`, so every sum is off by that, and no other step can mend one.
    const by = Math.abs(figureOf(report, cell) - old)
    const mending = mendingCells(report, (each) => [figureOf(report, each) - by, figureOf(report, each) + by].filter((value) => value >= 0))
    expect(mending).toContainEqual({ cell, value: old })
    expect(hintOf(await read(report))).toEqual(mending.length === 1 ? { cell, value: old } : null)
  })

  it.each(SEEDS(10, 30))('fills a blank with its old value where the sums determine it: seed %i', async (seed) => {
    const sound = sampleReport({ seed, ...wish })
    const random = randomOf(seed)
    const cell = random.pick(printedCells(sound))
    const text = random.pick(cell.column === 6 ? ['-', '无'] : ['', '-', '无'])
    // Every printed cell stands in a sum whose other operands are there.
    expect(hintOf(await read(sound, { cells: [{ cell, text, value: null }] }))).toEqual({ cell, value: figureOf(sound, cell) })
  })
})

describe('against every count that could stand in every cell', () => {
  it.each(SEEDS(6, 12))('one cell altered: seed %i', async (seed) => {
    const random = randomOf(seed)
    const sound = sampleReport({ seed, bustle: 'quiet', year: 2024 })
    const cell = random.pick(printedCells(sound).filter(({ table }) => table === (seed % 2 === 0 ? 3 : 4)))
    const report = withValue(sound, cell, figureOf(sound, cell) + random.integer(1, 5))
    const most = Math.max(...report.three.flat(), ...report.four) + 5
    const mending = mendingCells(report, () => upTo(most))
    expect(hintOf(await read(report))).toEqual(mending.length === 1 ? mending[0] : null)
  })
})

describe.each(WISHES)('two cells altered: %s', (_, wish) => {
  it.each(SEEDS(20, 60))('names what every smallest change has, and all where there is one: seed %i', async (seed) => {
    const random = randomOf(seed)
    const sound = sampleReport({ seed, ...wish })
    // Often in one row or column, where one wrong cell could look like the other.
    const cells = random.some(
      printedCells(sound).filter(({ table, column }) => random.chance(0.3) || (table === 3 && column % 6 === 0)),
      2,
    )
    const [by = 1, other = 1] = [random.integer(1, 3), random.integer(1, 3)]
    const changed = cells.reduce(
      (report, cell, index) => withValue(report, cell, figureOf(report, cell) + (index === 0 ? by : other)),
      sound,
    )
    const report = await read(changed)
    const mends = smallestMends(changed, [by, -by, other, -other, by + other, -by - other, by - other, other - by])
    const told = inOrder(hintsOf(report).flat())
    for (const mend of mends) expect(inOrder(mend)).toEqual(expect.arrayContaining(told))
    if (mends.length === 1) expect(told).toEqual(inOrder(mends[0] ?? []))
    expect(disagreements(report)).toHaveLength(brokenEquations(changed).length)
  })
})

describe('the hint', () => {
  const three = (row: number, column: number, text: string | null) => ({ table: 3 as const, row, column, text })

  it('is silent of a sound report', () => {
    expect(repairHints(soundReport())).toEqual([])
    expect(disagreements(soundReport())).toEqual([])
  })

  const told = (row: number, column: number, value: number): Told => ({ cell: { table: 3, row, column }, value })

  it('names the slip of table 三 where table 四 is wrong as well', () => {
    const report = soundReport({ cells: [three(2, 0, '8'), { table: 4, row: 0, column: 4, text: '3' }] })
    expect(hintsOf(report)).toEqual([[told(2, 0, 9)]])
    expect(repairHints(report)[0]?.mends).toEqual([
      { rule: 'table3-row-total', name: '(一)予以公开' },
      { rule: 'table3-disposition-total', name: '自然人' },
    ])
  })

  it('names both cells of two slips that stand in no sum together', () => {
    // The first in a row and column of the dispositions, the second in the books.
    expect(hintsOf(soundReport({ cells: [three(5, 1, '2'), three(0, 0, '11')] }))).toEqual([[told(0, 0, 10)], [told(5, 1, 0)]])
  })

  it('names both cells of two slips that share sums, where they are of different size', () => {
    expect(hintsOf(soundReport({ cells: [three(2, 0, '8'), three(5, 1, '3')] }))).toEqual([[told(2, 0, 9), told(5, 1, 0)]])
  })

  it('is silent of two slips of one size in one row, which any other row would explain as well', () => {
    expect(hintsOf(soundReport({ cells: [three(2, 0, '8'), three(2, 6, '8')] }))).toEqual([])
  })

  it('is silent of three slips', () => {
    expect(hintsOf(soundReport({ cells: [three(3, 0, '1'), three(5, 1, '2'), three(7, 2, '4')] }))).toEqual([])
  })

  it('fills two blanks, together or apart', () => {
    expect(hintsOf(soundReport({ cells: [three(2, 0, ''), three(5, 1, '')] }))).toEqual([[told(2, 0, 9)], [told(5, 1, 0)]])
    expect(hintsOf(soundReport({ cells: [three(2, 0, ''), three(2, 1, '')] }))).toEqual([[told(2, 0, 9), told(2, 1, 0)]])
  })

  it('fills no three blanks that stand in sums together', () => {
    expect(hintsOf(soundReport({ cells: [three(2, 0, ''), three(2, 1, ''), three(2, 2, '')] }))).toEqual([])
  })

  it('mends what is broken although another cell is blank, and fills that too where no broken sum is near', () => {
    expect(hintsOf(soundReport({ cells: [three(2, 0, '8'), three(0, 1, '')] }))).toEqual([[told(2, 0, 9)], [told(0, 1, 0)]])
    expect(hintsOf(soundReport({ cells: [three(2, 0, '8'), three(5, 1, '')] }))).toEqual([[told(2, 0, 9)]])
  })

  it('asks no sum that another blank leaves open', () => {
    expect(hintOf(soundReport({ cells: [three(2, 0, '8'), three(23, 0, '')] }))).toEqual({
      cell: { table: 3, row: 2, column: 0 },
      value: 9,
    })
  })

  it('gives no number below 0', () => {
    // The second row and the third column are 5 too high; what they share is 0. Dashes leave every other sum open.
    const cells = [three(2, 1, '5'), three(23, 1, '-'), three(5, 2, '5'), three(5, 6, '-')]
    expect(disagreements(soundReport({ cells }))).toHaveLength(2)
    expect(repairHints(soundReport({ cells }))).toEqual([])
    expect(
      hintOf(
        soundReport({ cells: [...cells, three(2, 2, '5'), three(2, 6, '14'), three(23, 2, '5'), three(0, 2, '5'), three(0, 6, '-')] }),
      ),
    ).toEqual({
      cell: { table: 3, row: 2, column: 2 },
      value: 0,
    })
  })

  it('mends a figure that is no integer', () => {
    expect(hintOf(soundReport({ cells: [three(2, 0, '8.1')] }))).toEqual({ cell: { table: 3, row: 2, column: 0 }, value: 9 })
    expect(hintsOf(soundReport({ cells: [three(2, 0, '8.5'), three(2, 6, '9.5')] }))).toEqual([[told(2, 0, 9), told(2, 6, 9)]])
  })

  it('gives no number that is no count, though two sums ask for it', () => {
    // Row and column ask for 9.5 in the same cell; dashes leave every other sum about them open.
    const cells = [three(2, 0, '8'), three(2, 6, '9.5'), three(23, 0, '9.5'), three(0, 0, '-'), three(23, 6, '-')]
    expect(disagreements(soundReport({ cells }))).toHaveLength(2)
    expect(hintsOf(soundReport({ cells }))).toEqual([[told(2, 6, 8), told(23, 0, 8)]])
  })

  it('fills no cell that the file does not have', () => {
    expect(repairHints(soundReport({ cells: [three(2, 0, null)] }))).toEqual([])
  })

  it('says nothing of a table that is not read', () => {
    expect(repairHints(withTable(3, { state: 'uncertain', figures: [] }))).toEqual([])
  })

  it('says which sums disagree, and by how much', () => {
    expect(disagreements(soundReport({ cells: [three(2, 0, '8')] }))).toEqual([
      { rule: 'table3-row-total', name: '(一)予以公开', difference: 1 },
      { rule: 'table3-disposition-total', name: '自然人', difference: 1 },
    ])
  })
})
