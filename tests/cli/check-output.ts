import { z } from 'zod'
import { FORMATS } from '../../shared/readers/registry.ts'

const Count = z.int().min(0).nullable()
const Numbers = (length: number) => z.array(z.number().nullable()).length(length)

const Finding = z.looseObject({
  rule: z.string().regex(/^[a-z0-9-]+$/),
  severity: z.enum(['error', 'warning', 'notice']),
  message: z.string().regex(/\p{Script=Han}/u),
  fix: z.string().regex(/\p{Script=Han}/u),
  basis: z.string().min(1),
  cells: z.array(z.strictObject({ table: z.union([z.literal(2), z.literal(3), z.literal(4)]), row: z.int(), column: z.int() })),
  section: z.int().min(1).max(6).nullable(),
  expected: z.number().nullable(),
  actual: z.number().nullable(),
})

const Result = z.looseObject({
  file: z.string(),
  format: z.enum(FORMATS.map(({ format }) => format)).nullable(),
  edition: z.enum(['2021', '2019']).nullable(),
  verdict: z.enum(['pass', 'fail', 'unreadable']),
  title: z.string().nullable(),
  agency: z.string().nullable(),
  year: z.int().nullable(),
  sections: z.array(z.strictObject({ number: z.int().min(1).max(6), title: z.string(), paragraphs: z.array(z.string()) })),
  tables: z.looseObject({
    two: Numbers(10).nullable(),
    three: z.array(z.array(Count).length(7)).length(25).nullable(),
    four: z.array(Count).length(15).nullable(),
  }),
  findings: z.array(Finding),
})

/** The JSON of `nianbao check` as outside tools rely on it: more keys may be added, none of these may go. */
export const CheckOutput = z.looseObject({ schema: z.literal(1), results: z.array(Result) })
