import type { CheckResult } from '../shared/feedback/check-result.ts'
import type { ReportRecord } from '../shared/report/record.ts'
import type { Context } from '../shared/rule-kit/context.ts'
import { checkFile } from './check-file.ts'
import { optionsOf, UsageError } from './options.ts'

import { textReport } from './text-report.ts'

type Wanted = {
  readonly previous?: string | undefined
  readonly 'previous-agency'?: string | undefined
  readonly agency?: string | undefined
  readonly year?: string | undefined
  readonly subordinate?: readonly string[] | undefined
  readonly other?: readonly string[] | undefined
}

/** The reports of several files, by their agencies; `missing` are those that cannot be read. */
const namedRecords = async (files: readonly string[]) => {
  const { readRecords } = await import('./read-records.ts')
  const read = (await Promise.all(files.map(readRecords))).flat()
  return {
    reports: read.flatMap((each) => ('record' in each ? [{ name: each.record.agency ?? each.file, record: each.record }] : [])),
    missing: read.flatMap((each) => ('record' in each ? [] : [each.file])),
  }
}

/** Last year's report; that of another year than the one before the first file's, or `year`, is a bad call. */
const lastYears = async (previous: string, year: string | undefined, [first]: readonly string[]): Promise<ReportRecord> => {
  const { readPrevious, refuseOtherYear } = await import('./previous-report.ts')
  const record = await readPrevious(previous)
  if (record.year === null) return record
  const own =
    year === undefined && first !== undefined ? (await (await import('./read-report.ts')).readReport(first)).report.year : Number(year)
  refuseOtherYear(previous, record, own)
  return record
}

const contextOf = async (wanted: Wanted, files: readonly string[]): Promise<Context> => {
  const { previous, agency, year, subordinate, other, 'previous-agency': previousAgency } = wanted
  if (year !== undefined && !/^20\d{2}$/.test(year)) throw new UsageError(`--year 应是四位年份,不是“${year}”`)
  const expected = agency !== undefined || year !== undefined
  return {
    ...(expected && { submission: { agencyNames: agency === undefined ? [] : [agency], year: year === undefined ? null : Number(year) } }),
    ...(previous !== undefined && { previousReport: await lastYears(previous, year, files) }),
    ...(previousAgency !== undefined && { previousAgency }),
    ...(subordinate && { subordinateReports: await namedRecords(subordinate) }),
    ...(other && { otherReports: (await namedRecords(other)).reports }),
  }
}

/** `nianbao check`: exit status 0 when every file passes, 1 when one fails or cannot be read, 2 when called wrongly. */
export const check = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = optionsOf({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      previous: { type: 'string' },
      'previous-agency': { type: 'string' },
      agency: { type: 'string' },
      year: { type: 'string' },
      subordinate: { type: 'string', multiple: true },
      other: { type: 'string', multiple: true },
    },
  })
  if (positionals.length === 0) throw new UsageError('没有指定要核对的文件')
  const results = await checkAll(positionals, await contextOf(values, positionals))
  process.stdout.write(values.json ? `${JSON.stringify({ schema: 1, results })}\n` : results.map(textReport).join(''))
  return results.every(({ verdict }) => verdict === 'pass') ? 0 : 1
}

/** Fewer files than this are checked sooner than threads start. */
const MANY = 40

const checkAll = async (files: readonly string[], context: Context): Promise<CheckResult[]> => {
  if (files.length >= MANY) return (await import('./check-many.ts')).checkMany(files, context)
  const results: CheckResult[] = []
  for (const file of files) results.push(await checkFile({ file, context }))
  return results
}
