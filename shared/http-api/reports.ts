import * as z from 'zod/mini'
import type { Parsed } from './route.ts'

const ShownFigure = z
  .object({ value: z.nullable(z.number()), remark: z.exactOptional(z.string()), text: z.exactOptional(z.string()) })
  .check(z.describe('A figure; `remark` is what stands beside it, `text` what stands in a cell that holds no number that can be told'))

export const ShownTable = z.object({
  state: z.enum(['read', 'missing', 'picture', 'uncertain']),
  form: z.enum(['2019', '2021']).check(z.describe('The edition of the form that the table follows')),
  figures: z.array(z.array(ShownFigure)).check(z.describe('Rows in the order of the form; tables 二 and 四 are one row')),
})
export type ShownTable = Parsed<typeof ShownTable>

export const ShownTables = z.object({ two: ShownTable, three: ShownTable, four: ShownTable })
export type ShownTables = Parsed<typeof ShownTables>

/** A report as its page shows it, before it is public. */
export const ShownReport = z.object({
  title: z.nullable(z.string()),
  preface: z.array(z.string()),
  sections: z.array(z.object({ number: z.literal([1, 2, 3, 4, 5, 6]), title: z.string(), paragraphs: z.array(z.string()) })),
  tables: ShownTables,
  traces: z.array(z.string()).check(z.describe('What the file tells of people beside its text, in Chinese; never published')),
  previous: z
    .nullable(z.object({ year: z.int(), version: z.int(), tables: ShownTables }))
    .check(z.describe('The tables of the report of the year before that stands in public')),
})
export type ShownReport = Parsed<typeof ShownReport>
