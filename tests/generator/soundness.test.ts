import { describe, expect, it } from 'vitest'
import { formCells } from '../../shared/form/cells.ts'
import { type CellKind, TABLE_NUMBERS } from '../../shared/form/edition.ts'
import { brokenEquations } from './broken-equations.ts'
import { sampleReport } from './sample-report.ts'

const SEEDS = Array.from({ length: 500 }, (_, seed) => seed)

const fits = (kind: CellKind, value: number | undefined): boolean =>
  value !== undefined && (kind === 'amount' || Number.isInteger(value)) && (kind === 'change' || value >= 0)

describe('sample reports', () => {
  it.each(['2021', '2019'] as const)('are sound in the form of %s, whatever the seed', (edition) => {
    for (const seed of SEEDS) expect(brokenEquations(sampleReport({ seed, edition })), `seed ${seed}`).toEqual([])
  })

  it.each(['2021', '2019'] as const)('have every figure of the form of %s, of its kind', (edition) => {
    const wrong = SEEDS.flatMap((seed) => {
      const { two, three, four } = sampleReport({ seed, edition })
      const tables = { 2: [two], 3: three, 4: [four] } as const
      return TABLE_NUMBERS.flatMap((table) =>
        formCells(edition, table).flatMap((cells, row) =>
          cells.flatMap(({ kind }, column) =>
            fits(kind, tables[table][row]?.[column]) ? [] : [`seed ${seed}: ${table}/${row}/${column}`],
          ),
        ),
      )
    })
    expect(wrong).toEqual([])
    const { two, three, four } = sampleReport({ seed: 1, edition })
    expect([two.length, three.length, three[0]?.length, four.length]).toEqual([edition === '2019' ? 22 : 10, 25, 7, 15])
  })

  it('are mostly zeros, and now and then large', () => {
    const figures = SEEDS.flatMap((seed) => sampleReport({ seed }).three.flat())
    expect(figures.filter((figure) => figure === 0).length / figures.length).toBeGreaterThan(0.5)
    expect(Math.max(...figures)).toBeGreaterThan(1_000)
  })

  it('quote the figures of their tables', () => {
    let quoted = 0
    for (const seed of SEEDS) {
      const { sections, three } = sampleReport({ seed })
      const [, received] = /新收政府信息公开申请(\d+)件/.exec(sections[0]?.paragraphs.join('') ?? '') ?? []
      if (received !== undefined) expect(Number(received), `seed ${seed}`).toBe(three[0]?.[6])
      if (received !== undefined) quoted += 1
      else expect(three[0]?.[6], `seed ${seed}`).toBe(0)
    }
    expect(quoted).toBeGreaterThan(400)
  })

  it('name no year but their own in sections 一 and 五', () => {
    for (const seed of SEEDS) {
      const { sections, year } = sampleReport({ seed })
      const years = [...`${sections[0]?.paragraphs}${sections[4]?.paragraphs}`.matchAll(/(20\d\d)年/g)].map(([, named]) => Number(named))
      expect(
        years.filter((named) => named !== year),
        `seed ${seed}`,
      ).toEqual([])
    }
  })

  it('differ by seed, and are the same for the same seed', () => {
    const texts = SEEDS.map((seed) => JSON.stringify(sampleReport({ seed })))
    expect(new Set(texts).size).toBe(SEEDS.length)
    expect(JSON.stringify(sampleReport({ seed: 7 }))).toBe(texts[7])
  })
})
