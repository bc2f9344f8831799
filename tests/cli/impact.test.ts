import { mkdir, unlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type StoredVersion, storedAt } from '../../functions/node/stored-version.ts'
import { table3Balance } from '../../shared/rules/table3-balance.ts'
import { assessmentOf } from '../assessment/assessment-of.ts'
import { sampleReport } from '../generator/sample-report.ts'
import { writeSample } from '../generator/write-sample.ts'
import { readBytes } from '../report/read-sample.ts'
import { folderWith, nianbao } from './run-command.ts'

const TEXT = { format: 'txt', layout: 'pipe' } as const
const sound = sampleReport({ seed: 4, agency: '青禾市水利局', year: 2024, bustle: 'ordinary' })
const faulty = {
  ...sound,
  three: sound.three.map((row, index) => (index === 0 ? row.map((value, column) => (column === 0 ? value + 1 : value)) : row)),
}
const impact = async (folder: string, cwd = folder) => {
  const { status, out, err } = await nianbao(['impact', '--json', '--against', folder], { cwd })
  expect(err).toBe('')
  return { status, ...JSON.parse(out) }
}

describe('impact on the JSON of checks', () => {
  it('reads the files again: nothing turns under the same rules', async () => {
    const folder = await folderWith({ '1.txt': writeSample(sound, TEXT), '2.txt': writeSample(faulty, TEXT) })
    const { out } = await nianbao(['check', '--json', '1.txt', '2.txt'], { cwd: folder })
    await writeFile(join(folder, 'results.json'), out)
    expect(await impact(folder)).toMatchObject({ status: 0, schema: 1, replayed: 2, turned: [], rules: [], skipped: [] })
  })

  it('says whose verdict turns by which rule, and whose file is gone', async () => {
    const folder = await folderWith({ '1.txt': writeSample(sound, TEXT), '2.txt': writeSample(faulty, TEXT), '3.txt': '' })
    const { out } = await nianbao(['check', '--json', '1.txt', '2.txt', '3.txt'], { cwd: folder })
    const { results } = JSON.parse(out)
    results[1].findings = [] // as if no rule had found anything then
    results[0].findings = [{ rule: 'a-rule-of-old', severity: 'error' }]
    await writeFile(join(folder, 'results.json'), JSON.stringify({ schema: 1, results }))
    await unlink(join(folder, '3.txt'))
    const { status, replayed, turned, rules, skipped } = await impact(folder)
    expect([status, replayed]).toEqual([1, 2])
    expect(turned).toMatchObject([
      { source: '1.txt', from: 'fail', to: 'pass', vanish: ['a-rule-of-old'] },
      { source: '2.txt', from: 'pass', to: 'fail', appear: ['table3-row-total', 'table3-balance'] },
    ])
    expect(rules.map(({ rule }: { rule: string }) => rule)).toEqual(['a-rule-of-old', 'table3-balance', 'table3-row-total'])
    expect(skipped).toEqual([{ source: '3.txt', reason: '原文件已不在原处,仅凭核对结果无法重放' }])

    const told = await nianbao(['impact', '--against', '.'], { cwd: folder })
    expect(told.status).toBe(1)
    expect(told.out).toContain('【影响】重放2份报告,其中2份的结论会变')
    expect(told.out).toContain(`规则“${table3Balance.title}”:新增错误的报告1份,不再有错误的0份\n  通过 → 未通过:2.txt`)
    expect(told.out).toContain('规则“已停用的规则”:')
    expect(told.out).not.toMatch(/[a-z]+-[a-z]+/)
  })
})

describe('impact on what the functions stored', () => {
  const report = async (of: typeof sound) => JSON.stringify(await readBytes(writeSample(of, TEXT)))
  const assessment = (...rules: string[]) =>
    JSON.stringify(assessmentOf(rules.map((rule) => ({ rule, severity: 'error', places: [], facts: {} }))))

  it('replays the objects of a bucket in full', async () => {
    const folder = await folderWith({})
    for (const [id, of] of [
      ['s1', sound],
      ['s2', faulty],
      ['s3', { ...sound, title: '政府信息公开工作年度报告' }],
    ] as const) {
      await mkdir(join(folder, 'submissions', id), { recursive: true })
      await writeFile(join(folder, 'submissions', id, 'report.json'), await report(of))
      await writeFile(join(folder, 'submissions', id, 'assessment.json'), assessment())
    }
    await mkdir(join(folder, 'submissions', 's4'))
    await writeFile(join(folder, 'submissions', 's4', 'report.json'), await report(sound))
    const { status, replayed, turned, skipped } = await impact(folder)
    expect([status, replayed]).toEqual([1, 2])
    expect(turned).toMatchObject([{ source: 's2', from: 'pass', to: 'fail' }])
    expect(skipped.map(({ source }: { source: string }) => source)).toEqual(['s3', 's4'])
  })

  it('takes the newest version of each object in the folder of a local run', async () => {
    const folder = await folderWith({})
    const put = async (key: string, sequence: number, content: string, deleteMarker = false) => {
      const size = Buffer.byteLength(content)
      const note: StoredVersion = {
        key,
        versionId: `${sequence}`,
        sequence,
        deleteMarker,
        modified: '',
        size,
        etag: '',
        headers: {},
        checksums: {},
      }
      await mkdir(join(folder, dirname(storedAt(note, 'json'))), { recursive: true })
      await writeFile(join(folder, storedAt(note, 'json')), JSON.stringify(note))
      await writeFile(join(folder, storedAt(note, 'bytes')), content)
    }
    await put('submissions/s1/report.json', 2, await report(sound))
    await put('submissions/s1/report.json', 1, await report(faulty))
    await put('submissions/s1/assessment.json', 4, assessment())
    await put('submissions/s1/assessment.json', 3, assessment('a-rule-of-old'))
    expect(await impact(folder)).toMatchObject({ status: 0, replayed: 1, turned: [], skipped: [] })
  })
})

it('is called wrongly without a folder, or with one that holds nothing', async () => {
  const folder = await folderWith({ 'other.json': '{}' })
  for (const args of [['impact'], ['impact', '--against', 'nowhere'], ['impact', '--against', '.']])
    expect((await nianbao(args, { cwd: folder })).status).toBe(2)
})
