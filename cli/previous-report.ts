import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { type ReportRecord, recordOf } from '../shared/report/record.ts'
import { UsageError } from './options.ts'
import { readReport } from './read-report.ts'
import { userPath } from './user-path.ts'

const Values = z.array(z.number().nullable())

/** What a later check needs of an earlier one's JSON; the rest passes through. */
const Result = z.looseObject({
  agency: z.string().nullable(),
  year: z.number().nullable(),
  sections: z.array(z.looseObject({ number: z.number(), title: z.string(), paragraphs: z.array(z.string()) })),
  tables: z.looseObject({ two: Values.nullable(), three: z.array(Values).nullable(), four: Values.nullable() }),
})
const Checked = z.union([
  z.object({ schema: z.literal(1), results: z.tuple([Result], Result) }).transform(({ results }) => results[0]),
  Result,
])

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Last year's report from a file of any readable format, or from the JSON of an earlier check. */
export const readPrevious = async (file: string): Promise<ReportRecord> => {
  const text = await readFile(userPath(file), 'utf8').catch(() => {
    throw new UsageError(`--previous:找不到文件“${file}”`)
  })
  const checked = text.trimStart().startsWith('{') ? Checked.safeParse(asJson(text)) : undefined
  if (checked?.success) return checked.data as unknown as ReportRecord
  const { report } = await readReport(file)
  if (report.unreadable !== null) throw new UsageError(`--previous:无法读取“${file}”`)
  return recordOf(report)
}
