import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sampleReport } from '../generator/sample-report.ts'
import { writeSample } from '../generator/write-sample.ts'
import { folderWith, nianbao } from './run-command.ts'

const sample = sampleReport({ seed: 3, agency: '青禾市水利局', year: 2024, edition: '2021' })
const lastYear = writeSample(sample, { format: 'docx', layout: 'official' })

const checked = async (cwd: string, file: string) => JSON.parse((await nianbao(['check', '--json', file], { cwd })).out).results[0]

describe('template', () => {
  it.each(['out.docx', 'out.xlsx'])(
    'writes %s for the year after the last report, with its agency and what was carried over',
    async (out) => {
      const folder = await folderWith({ 'last.docx': lastYear })
      expect(await nianbao(['template', '--previous', 'last.docx', out], { cwd: folder })).toEqual({
        status: 0,
        out: `已存为 ${out}:青禾市水利局2025年政府信息公开工作年度报告\n`,
        err: '',
      })
      const { agency, year, tables } = await checked(folder, out)
      expect([agency, year, tables.three[1]]).toEqual(['青禾市水利局', 2025, sample.three[24]])
    },
  )

  it.each([
    ['no file', [], '没有指定模板存到哪个文件'],
    ['a file that is neither Word nor a workbook', ['out.pdf'], '模板只能存为 .docx 或 .xlsx 文件,不是“out.pdf”'],
    ['a year without a form', ['--year', '2018', 'out.docx'], '--year 应是2019年至'],
    ['a year that is none', ['--year', '二四', 'out.docx'], '--year 应是2019年至'],
    [
      'a report of another year than the last',
      ['--previous', 'last.docx', '--year', '2024', 'out.docx'],
      '--previous 应是上一年度(2023年)的报告,“last.docx”是2024年的',
    ],
    ['a folder that is not there', ['none/out.docx'], '不能写入“none/out.docx”:没有这个文件夹'],
    ['two files', ['out.docx', 'more.docx'], '一次只存一个模板'],
  ])('tells a call with %s', async (_, args, words) => {
    const folder = await folderWith({ 'last.docx': lastYear })
    const { status, err } = await nianbao(['template', ...args], { cwd: folder })
    expect([status, err.split('\n')[0]]).toEqual([2, expect.stringContaining(words)])
    await expect(readFile(join(folder, 'out.docx'))).rejects.toThrow('ENOENT')
  })
})
