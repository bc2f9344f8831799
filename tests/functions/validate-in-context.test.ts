import { beforeEach, describe, expect, it } from 'vitest'
import { assessments, readings } from '../../functions/stored/results.ts'
import { createHandler } from '../../functions/validate-report/handler.ts'
import type { Finding } from '../../shared/findings/finding.ts'
import { readFile } from '../../shared/readers/read-file.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { type SampleReport, sampleReport } from '../generator/sample-report.ts'
import { writeSample } from '../generator/write-sample.ts'
import { deliver } from './invoke.ts'
import { MINZHENG, place, SHUILI, startTown, statusOf, YEAR } from './town.ts'

const CITY = { id: 'city', name: '青禾市人民政府', aliases: [], mail: [], kind: 'city-with-districts' } as const

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
  await ports.agencies.save(CITY)
})

const sample = (agency: string, seed: number) => sampleReport({ seed, agency, year: YEAR, edition: '2021', bustle: 'ordinary' })
const filedBy = ({ id, name }: { id: string; name: string }) => ({ agencyId: id, agencyName: name })

/** Hands a report in, and has it validated; resolves with its findings. */
const validate = async (id: string, agency: { id: string; name: string }, report: SampleReport, changes: Partial<Submission> = {}) => {
  await place(ports, id, 'parsed', { ...filedBy(agency), ...changes })
  const bytes = writeSample(report, { format: 'txt', layout: 'pipe' })
  await readings.write(ports.uploads, id, await readFile(bytes, ports.readTools))
  expect(await deliver(createHandler(ports), { submission: id })).toEqual([])
  return (await assessments.read(ports.uploads, id))?.findings ?? []
}
const about = (rule: string, findings: readonly Finding[]) => findings.filter((finding) => finding.rule === rule)

describe('validate-report and the other agencies of the year', () => {
  const original = sample(MINZHENG.name, 7)
  const copy: SampleReport = { ...original, agency: SHUILI.name }

  it('finds a text that another agency handed in, and names that agency', async () => {
    expect(about('text-copied-from-another', await validate('m1', MINZHENG, original))).toEqual([])
    const found = about('text-copied-from-another', await validate('s1', SHUILI, copy))
    expect(found.map(({ facts }) => [facts.section, facts.percent, facts.other])).toEqual([
      ['一', 100, MINZHENG.name],
      ['五', 100, MINZHENG.name],
    ])
    expect(await statusOf(ports, 's1')).toBe('passed')
  })

  it.each(['returned', 'recalled', 'withdrawn'] as const)('holds nothing against a text that was %s since', async (status) => {
    await validate('m1', MINZHENG, original)
    const passed = await ports.submissions.load('m1')
    ports.submissions.loadAll = async () => (passed === undefined ? [] : [{ ...passed, status }])
    expect(about('text-copied-from-another', await validate('s1', SHUILI, copy))).toEqual([])
  })

  it('does not hold a report against the agency’s own earlier version, nor another year’s', async () => {
    await validate('m1', MINZHENG, original)
    await validate('m-before', SHUILI, { ...copy, year: YEAR - 1 }, { year: YEAR - 1 })
    expect(about('text-copied-from-another', await validate('m2', MINZHENG, original))).toEqual([])
    expect((await ports.likeness.ofYear(YEAR)).map(({ agencyId, version }) => [agencyId, version])).toEqual([[MINZHENG.id, 2]])
  })

  it('keeps no fingerprint of a report that failed, such as one filed for the wrong agency', async () => {
    await validate('wrong', SHUILI, original)
    expect(await statusOf(ports, 'wrong')).toBe('failed')
    expect(await ports.likeness.ofYear(YEAR)).toEqual([])
    expect(about('text-copied-from-another', await validate('m1', MINZHENG, original))).toEqual([])
  })
})

describe('validate-report of a government', () => {
  const [minzheng, shuili] = [sample(MINZHENG.name, 7), sample(SHUILI.name, 8)]
  const sum = (a: readonly number[], b: readonly number[]) => a.map((value, index) => Math.round((value + (b[index] ?? 0)) * 1e6) / 1e6)
  const summed: SampleReport = {
    ...sample(CITY.name, 9),
    two: sum(minzheng.two, shuili.two),
    three: minzheng.three.map((row, index) => sum(row, shuili.three[index] ?? [])),
    four: sum(minzheng.four, shuili.four),
  }
  beforeEach(async () => {
    for (const agency of [MINZHENG, SHUILI]) await ports.agencies.save({ ...agency, parent: CITY.id, kind: 'department' })
  })
  const rollUp = async (report: SampleReport) => about('rollup-matches-subordinates', await validate('c1', CITY, report))

  it('accepts the sum of its departments’ latest reports that passed', async () => {
    await validate('m1', MINZHENG, sample(MINZHENG.name, 21))
    await validate('m2', MINZHENG, minzheng)
    await place(ports, 'm3', 'failed')
    await validate('s1', SHUILI, shuili)
    expect(await rollUp(summed)).toEqual([])
  })

  it('names a cell that is not the sum', async () => {
    await validate('m1', MINZHENG, minzheng)
    await validate('s1', SHUILI, shuili)
    const licensing = summed.two[6] ?? 0
    const found = await rollUp({ ...summed, two: summed.two.map((value, index) => (index === 6 ? value + 1 : value)) })
    expect(found.map(({ facts }) => facts)).toEqual([
      { cell: '表二“行政许可”', expected: licensing, actual: licensing + 1, more: 0, lacking: '' },
    ])
  })

  it('takes an earlier version that stands where the latest was sent back', async () => {
    await validate('m1', MINZHENG, minzheng)
    await ports.submissions.advance('m1', 'passed', 'approved', { at: '2025-01-16T00:00:00.000Z', by: 'li-si' })
    await validate('m2', MINZHENG, sample(MINZHENG.name, 21))
    await ports.submissions.advance('m2', 'passed', 'returned', { at: '2025-01-17T00:00:00.000Z', by: 'li-si' })
    await validate('s1', SHUILI, shuili)
    expect(await rollUp(summed)).toEqual([])
  })

  it('says whose report is missing', async () => {
    await validate('m1', MINZHENG, minzheng)
    expect((await rollUp(summed)).map(({ facts, severity }) => [facts, severity])).toEqual([[{ lacking: SHUILI.name }, 'notice']])
  })
})

describe('validate-report of an agency whose kind is registered', () => {
  it('knows that a department makes no rules', async () => {
    const report = sample(MINZHENG.name, 7)
    const withRules = { ...report, two: report.two.map((value, index) => (index === 2 ? 3 : value)) }
    await ports.agencies.save({ ...MINZHENG, kind: 'department' })
    expect(about('rule-making-power', await validate('m1', MINZHENG, withRules))).toHaveLength(1)
    await ports.agencies.save({ ...MINZHENG, kind: 'ministry' })
    expect(about('rule-making-power', await validate('m2', MINZHENG, withRules))).toEqual([])
  })

  it('tells a report that came late by when its file came', async () => {
    const came = (at: string) => ({ history: [{ status: 'uploaded', at, by: 'test' }] as const })
    const report = sample(MINZHENG.name, 7)
    expect(about('submitted-on-time', await validate('m1', MINZHENG, report, came('2025-01-31T15:59:59Z')))).toEqual([])
    expect(about('submitted-on-time', await validate('m2', MINZHENG, report, came('2025-01-31T16:00:00Z')))).toHaveLength(1)
  })
})
