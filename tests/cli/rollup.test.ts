import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTools } from '../../functions/node/read-tools.ts'
import { readFile as readReport } from '../../shared/readers/read-file.ts'
import { recogniseReport } from '../../shared/report/recognise-report.ts'
import { recordOf } from '../../shared/report/record.ts'
import { formLabelsOfficial } from '../../shared/rules/form-labels-official.ts'
import { sampleReport } from '../generator/sample-report.ts'
import { writeSample } from '../generator/write-sample.ts'
import { folderWith, nianbao } from './run-command.ts'

const AGENCIES = ['青禾市水利局', '青禾市民政局', '青禾市教育局']
const samples = AGENCIES.map((agency, index) => sampleReport({ seed: index + 1, agency, year: 2024, edition: '2021' }))
const [water, civil, school] = samples.map((sample) => writeSample(sample, { format: 'docx', layout: 'official' }))
const trial = writeSample(sampleReport({ seed: 4, agency: '青禾市财政局', year: 2020, edition: '2019' }), {
  format: 'docx',
  layout: 'official',
})
const files = { '1.docx': water ?? '', '2.docx': civil ?? '', '3.docx': school ?? '', 'trial.docx': trial, 'broken.docx': '' }

const add = (rows: readonly (readonly number[])[]) =>
  (rows[0] ?? []).map((_, column) => Math.round(rows.reduce((total, row) => total + (row[column] ?? 0), 0) * 1e6) / 1e6)
const sums = {
  two: add(samples.map(({ two }) => two)),
  three: (samples[0]?.three ?? []).map((_, row) => add(samples.map(({ three }) => three[row] ?? []))),
  four: add(samples.map(({ four }) => four)),
}

const rollup = async (args: readonly string[], cwd: string) => {
  const { status, out, err } = await nianbao(['rollup', '--json', ...args], { cwd })
  expect(err).toBe('')
  return { status, ...JSON.parse(out) }
}

describe('rollup', () => {
  it('adds up the tables of reports', async () => {
    const folder = await folderWith(files)
    expect(await rollup(['1.docx', '2.docx', '3.docx'], folder)).toEqual({
      status: 0,
      schema: 1,
      tables: sums,
      reports: AGENCIES.map((agency, index) => ({ file: `${index + 1}.docx`, agency, year: 2024, edition: '2021' })),
      missing: [],
      remarks: [],
    })
  })

  it('takes the JSON of an earlier check for the reports that it holds', async () => {
    const folder = await folderWith(files)
    const { out } = await nianbao(['check', '--json', '1.docx', '2.docx', 'broken.docx'], { cwd: folder })
    const mixed = await folderWith({ ...files, 'checked.json': out })
    const { status, tables, missing } = await rollup(['checked.json', '3.docx'], mixed)
    expect([status, tables]).toEqual([1, sums])
    expect(missing).toEqual([
      expect.objectContaining({ file: 'broken.docx', reason: 'unreadable', message: 'broken.docx:此前核对时无法读取' }),
    ])
  })

  it('writes a workbook in the layout of the form, which reads back as the sums', async () => {
    const folder = await folderWith(files)
    expect((await rollup(['--xlsx', 'sum.xlsx', '1.docx', '2.docx', '3.docx'], folder)).status).toBe(0)
    const reading = await readReport(new Uint8Array(await readFile(join(folder, 'sum.xlsx'))), readTools)
    if ('unreadable' in reading) throw new Error(reading.unreadable)
    const report = recogniseReport(reading)
    expect(recordOf(report).tables).toEqual(sums)
    expect([report.edition, formLabelsOfficial.check(report, {})]).toEqual(['2021', []])
  })

  it('names what is missing, status 1: files, tables of the trial form, agencies of a list', async () => {
    const list =
      '编号,名称,别名,上级\ncity,青禾市人民政府,,\na,青禾市水利局,,city\nb,青禾市民政和社会工作局,青禾市民政局,city\nc,青禾市审计局,,city'
    const folder = await folderWith({ ...files, 'list.csv': list })
    const { status, tables, missing, remarks } = await rollup(
      ['--agencies', 'list.csv', '1.docx', '2.docx', 'nowhere.docx', 'trial.docx'],
      folder,
    )
    expect(status).toBe(1)
    expect(tables.two).toEqual(add(samples.slice(0, 2).map(({ two }) => two)))
    expect(missing).toEqual([
      {
        ...{ file: 'nowhere.docx', agency: null, reason: 'unreadable', table: null, cell: null },
        message: expect.stringContaining('nowhere.docx:无法读取'),
      },
      { file: null, agency: '青禾市审计局', reason: 'no-report', table: null, cell: null, message: '青禾市审计局:没有报告' },
      {
        ...{ file: 'trial.docx', agency: '青禾市财政局', reason: 'trial-form', table: 2, cell: null },
        message: '青禾市财政局:表二用的是2019年试行格式,统计口径不同,未计入合计',
      },
    ])
    expect(remarks).toEqual(['报告不是同一年度的:2020、2024'])
  })

  it('tells a person the sums, and the same report given twice', async () => {
    const folder = await folderWith(files)
    const { status, out } = await nianbao(['rollup', '1.docx', '1.docx'], { cwd: folder })
    expect(status).toBe(0)
    expect(out).toContain('【汇总】共2份报告:青禾市水利局、青禾市水利局')
    expect(out).toContain(`“行政许可”:本年处理决定数量 ${2 * (samples[0]?.two[6] ?? 0)}\n`)
    expect(out).toContain(`总计 ${2 * (samples[0]?.three[0]?.[6] ?? 0)}\n`)
    expect(out).toContain('“青禾市水利局”有不止一份报告,都计入了合计')
  })

  it('is called wrongly without a file, or with a list that is none', async () => {
    const folder = await folderWith({ ...files, 'list.csv': '名称\n甲局' })
    expect((await nianbao(['rollup'], { cwd: folder })).status).toBe(2)
    const { status, err } = await nianbao(['rollup', '--agencies', 'list.csv', '1.docx'], { cwd: folder })
    expect([status, err]).toEqual([2, expect.stringContaining('没有找到表头')])
    expect((await nianbao(['rollup', '--agencies', 'nowhere.csv', '1.docx'], { cwd: folder })).status).toBe(2)
  })
})

describe('agencies', () => {
  it('says whether a list can be imported', async () => {
    const folder = await folderWith({ 'good.csv': '编号,名称,类别\na,甲局,部门', 'bad.csv': '编号,名称,上级\na,甲局,b' })
    const good = await nianbao(['agencies', 'good.csv'], { cwd: folder })
    expect(good).toEqual({ status: 0, out: 'a 甲局 部门\n共1个单位,没有错误\n', err: '' })
    const bad = await nianbao(['agencies', 'bad.csv'], { cwd: folder })
    expect(bad).toEqual({ status: 1, out: '第2行:上级“b”不在名单中,也没有登记\n有1处错误,不能导入\n', err: '' })
    const json = await nianbao(['agencies', '--json', 'good.csv'], { cwd: folder })
    expect(JSON.parse(json.out)).toEqual({
      schema: 1,
      agencies: [{ id: 'a', name: '甲局', aliases: [], mail: [], kind: 'department' }],
      faults: [],
    })
    expect((await nianbao(['agencies'], { cwd: folder })).status).toBe(2)
  })
})
