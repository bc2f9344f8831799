import { writeFile } from 'node:fs/promises'
import { blankWords, leftOutWords } from '../shared/feedback/roll-up-words.ts'
import type { CellRef, TableNumber } from '../shared/form/edition.ts'
import { rollUpWorkbook } from '../shared/publication/roll-up-workbook.ts'
import { lettersOnly } from '../shared/report/normalise.ts'
import type { NamedRecord } from '../shared/report/record.ts'
import { type LeftOut, rollUp } from '../shared/report/roll-up.ts'
import { readAgencies } from './agency-list.ts'
import { optionsOf, UsageError } from './options.ts'
import { type RecordRead, readRecords } from './read-records.ts'
import { rollUpText } from './roll-up-text.ts'
import { userPath } from './user-path.ts'

/** Something that the sums lack: a report, a table of it, or a cell. */
export type Missing = {
  readonly file: string | null
  readonly agency: string | null
  readonly reason: 'unreadable' | 'no-report' | LeftOut['why'] | 'blank'
  readonly table: TableNumber | null
  readonly cell: CellRef | null
  readonly message: string
}

type Summed = NamedRecord & { readonly file: string }

/** Each report by its agency, and by its file too where that alone tells it. */
const named = (read: readonly RecordRead[]): Summed[] => {
  const records = read.filter((each) => 'record' in each)
  const agencies = records.map(({ record }) => record.agency)
  return records.map(({ file, record }) => {
    const { agency } = record
    const isAlone = agencies.indexOf(agency) === agencies.lastIndexOf(agency)
    return { file, record, name: agency === null ? file : isAlone ? agency : `${agency}(${file})` }
  })
}

/** Agencies of the list that no report names; those above others are who the sum is made for. */
const unreported = async (list: string, reports: readonly Summed[]): Promise<Missing[]> => {
  const { agencies, faults } = await readAgencies(list)
  const [fault] = faults
  if (fault !== undefined) throw new UsageError(`单位名单“${list}”第${fault.row}行:${fault.words}`)
  const above = new Set(agencies.map(({ parent }) => parent))
  const reported = new Set(reports.map(({ record }) => lettersOnly(record.agency ?? '')))
  return agencies
    .filter(({ id, name, aliases }) => !above.has(id) && ![name, ...aliases].some((each) => reported.has(lettersOnly(each))))
    .map(({ name }) => ({ file: null, agency: name, reason: 'no-report', table: null, cell: null, message: `${name}:没有报告` }))
}

const unreadable = (read: RecordRead): Missing[] =>
  'record' in read
    ? []
    : [{ file: read.file, agency: null, reason: 'unreadable', table: null, cell: null, message: `${read.file}:${read.unreadable}` }]

/** What makes a sum doubtful without anything missing. */
const remarksOn = (reports: readonly Summed[]): string[] => {
  const years = [...new Set(reports.map(({ record }) => record.year).filter((year) => year !== null))].toSorted()
  const names = reports.map(({ record }) => record.agency).filter((name) => name !== null)
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index))
  return [
    ...(years.length > 1 ? [`报告不是同一年度的:${years.join('、')}`] : []),
    ...Array.from(twice, (name) => `“${name}”有不止一份报告,都计入了合计`),
  ]
}

/** `nianbao rollup`: exit status 0 when every report is in the sums, 1 when anything is missing, 2 when called wrongly. */
export const rollup = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = optionsOf({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, xlsx: { type: 'string' }, agencies: { type: 'string' } },
  })
  if (positionals.length === 0) throw new UsageError('没有指定要汇总的报告')
  const read: RecordRead[] = []
  for (const file of positionals) read.push(...(await readRecords(file)))
  const reports = named(read)
  const sums = rollUp(reports)
  const of = (name: string) => {
    const report = reports.find((each) => each.name === name)
    return { file: report?.file ?? null, agency: report?.record.agency ?? null }
  }
  const missing: Missing[] = [
    ...read.flatMap(unreadable),
    ...(values.agencies === undefined ? [] : await unreported(values.agencies, reports)),
    ...sums.leftOut.map((out) => ({ ...of(out.name), reason: out.why, table: out.table, cell: null, message: leftOutWords(out) })),
    ...sums.blanks.map((blank) => ({
      ...of(blank.name),
      reason: 'blank' as const,
      table: blank.cell.table,
      cell: blank.cell,
      message: blankWords(blank),
    })),
  ]
  const remarks = remarksOn(reports)
  if (values.xlsx !== undefined)
    await writeFile(userPath(values.xlsx), await rollUpWorkbook(sums, [...missing.map(({ message }) => message), ...remarks]))
  const summed = reports.map(({ file, record: { agency, year, edition } }) => ({ file, agency, year, edition }))
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ schema: 1, tables: sums.tables, reports: summed, missing, remarks })}\n`
      : rollUpText(sums, summed, [...missing.map(({ message }) => message), ...remarks]),
  )
  return missing.length === 0 ? 0 : 1
}
