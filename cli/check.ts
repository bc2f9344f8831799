import { type CheckResult, checkResult } from '../shared/feedback/check-result.ts'
import { checkReport } from '../shared/rules/check-report.ts'
import type { Context } from '../shared/rules/rule.ts'
import { optionsOf, UsageError } from './options.ts'
import { readReport } from './read-report.ts'
import { textReport } from './text-report.ts'

type Wanted = { readonly previous?: string | undefined; readonly agency?: string | undefined; readonly year?: string | undefined }

const contextOf = async ({ previous, agency, year }: Wanted): Promise<Context> => {
  if (year !== undefined && !/^20\d{2}$/.test(year)) throw new UsageError(`--year 应是四位年份,不是“${year}”`)
  const expected = agency !== undefined || year !== undefined
  return {
    ...(expected && { submission: { agencyNames: agency === undefined ? [] : [agency], year: year === undefined ? null : Number(year) } }),
    ...(previous !== undefined && { previousReport: await (await import('./previous-report.ts')).readPrevious(previous) }),
  }
}

/** `nianbao check`: exit status 0 when every file passes, 1 when one fails or cannot be read, 2 when called wrongly. */
export const check = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = optionsOf({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, previous: { type: 'string' }, agency: { type: 'string' }, year: { type: 'string' } },
  })
  if (positionals.length === 0) throw new UsageError('没有指定要核对的文件')
  const context = await contextOf(values)
  const results: CheckResult[] = []
  for (const file of positionals) {
    const report = await readReport(file)
    const result = checkResult(file, report, checkReport(report, context))
    results.push(result)
    if (!values.json) process.stdout.write(textReport(result))
  }
  if (values.json) process.stdout.write(`${JSON.stringify({ schema: 1, results })}\n`)
  return results.every(({ verdict }) => verdict === 'pass') ? 0 : 1
}
