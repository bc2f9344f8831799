import { z } from 'zod'
import type { ReportRecord } from '../shared/report/record.ts'

const Values = z.array(z.number().nullable())

/** What a later command needs of an earlier check's JSON; the rest passes through. */
const Result = z.looseObject({
  file: z.string().optional(),
  verdict: z.enum(['pass', 'fail', 'unreadable']).optional(),
  agency: z.string().nullable(),
  year: z.number().nullable(),
  sections: z.array(z.looseObject({ number: z.number(), title: z.string(), paragraphs: z.array(z.string()) })),
  tables: z.looseObject({ two: Values.nullable(), three: z.array(Values).nullable(), four: Values.nullable() }),
  findings: z.array(z.looseObject({ rule: z.string(), severity: z.enum(['error', 'warning', 'notice']) })).optional(),
})
const Checked = z.union([
  z.object({ schema: z.literal(1), results: z.array(Result).min(1) }).transform(({ results }) => results),
  Result.transform((result) => [result]),
])

/** A result of an earlier check: a report's record, and what was found. */
export type CheckedResult = ReportRecord & Pick<z.output<typeof Result>, 'file' | 'verdict' | 'findings'>

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The results in the JSON that a check printed, or in one result of it; undefined for any other text. */
export const checkedResults = (text: string): CheckedResult[] | undefined => {
  const checked = text.trimStart().startsWith('{') ? Checked.safeParse(parse(text)) : undefined
  return checked?.success ? (checked.data as unknown as CheckedResult[]) : undefined
}
