import { writeFile } from 'node:fs/promises'
import { currentReportingYear, FIRST_REPORTING_YEAR, lastReportingYear } from '../shared/submission/reporting-year.ts'
import { blankForm } from '../shared/template/blank-form.ts'
import { optionsOf, UsageError } from './options.ts'
import { readPrevious, refuseOtherYear } from './previous-report.ts'
import { userPath } from './user-path.ts'

const WRITERS = {
  '.docx': async () => (await import('../shared/template/word-form.ts')).wordForm,
  '.xlsx': async () => (await import('../shared/template/workbook-form.ts')).workbookForm,
}

const writerOf = (out: string) => {
  const [, load] = Object.entries(WRITERS).find(([ending]) => out.toLowerCase().endsWith(ending)) ?? []
  if (load === undefined) throw new UsageError(`模板只能存为 .docx 或 .xlsx 文件,不是“${out}”`)
  return load
}

const yearOf = (given: string | undefined, previousYear: number | null | undefined): number => {
  const now = new Date()
  if (given === undefined) return typeof previousYear === 'number' ? previousYear + 1 : currentReportingYear(now)
  const year = Number(given)
  if (!/^\d{4}$/.test(given) || year < FIRST_REPORTING_YEAR || year > lastReportingYear(now))
    throw new UsageError(`--year 应是${FIRST_REPORTING_YEAR}年至${lastReportingYear(now)}年之间的四位年份,不是“${given}”`)
  return year
}

/** `nianbao template`: writes the official form to fill in; exit status 0, or 2 when called wrongly. */
export const template = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = optionsOf({
    args: [...args],
    allowPositionals: true,
    options: { agency: { type: 'string' }, year: { type: 'string' }, previous: { type: 'string' } },
  })
  const [out, ...more] = positionals
  if (out === undefined) throw new UsageError('没有指定模板存到哪个文件')
  if (more.length > 0) throw new UsageError(`一次只存一个模板,不知道“${more.join(' ')}”是什么`)
  const load = writerOf(out)
  const previous = values.previous === undefined ? undefined : await readPrevious(values.previous)
  const year = yearOf(values.year, previous?.year)
  if (values.previous !== undefined && previous !== undefined) refuseOtherYear(values.previous, previous, year)
  const form = blankForm({ agency: values.agency ?? previous?.agency ?? null, year, previous })
  const write = await load()
  await writeFile(userPath(out), await write(form)).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`不能写入“${out}”:${error.code === 'ENOENT' ? '没有这个文件夹' : '请检查是否有权限、文件是否正在打开'}`)
  })
  process.stdout.write(`已存为 ${out}:${form.title}\n`)
  if (previous !== undefined && form.carriedIn === null)
    process.stdout.write('上年报告的表三没有读出,“二、上年结转政府信息公开申请数量”请自行填写。\n')
  return 0
}
