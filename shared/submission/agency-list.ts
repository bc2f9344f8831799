import { AGENCY_KIND_WORDS, AGENCY_KINDS } from '../form/agency-kind.ts'
import { halfWidth } from '../report/normalise.ts'
import type { Agency } from './submission.ts'

/** The heads of a list's columns; what stands in brackets behind a head is a hint and not read. */
export const AGENCY_LIST_HEADS = {
  id: '编号',
  name: '名称',
  aliases: '别名',
  parent: '上级',
  kind: '类别',
  mail: '邮箱',
  contact: '联系人',
  telephone: '电话',
} as const
type Field = keyof typeof AGENCY_LIST_HEADS

/** What is wrong with a row, in words; rows count from 1 as in the file. */
export type AgencyListFault = { readonly row: number; readonly words: string }
export type AgencyList = { readonly agencies: readonly Agency[]; readonly faults: readonly AgencyListFault[] }

/** Ids stand in keys and addresses. */
const ID = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/
const MAIL = /^[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+$/

type Columns = ReadonlyMap<Field, number>
type Entry = { readonly row: number; readonly agency: Agency; readonly parent: string | undefined }

const headOf = (cell: string): string => halfWidth(cell).replace(/\(.*$|\s+/g, '')

const columnsOf = (cells: readonly string[]): Columns => {
  const heads = cells.map(headOf)
  const fields = Object.entries(AGENCY_LIST_HEADS) as [Field, string][]
  return new Map(fields.flatMap(([field, head]) => (heads.includes(head) ? [[field, heads.indexOf(head)] as const] : [])))
}

const listed = (cell: string): string[] =>
  halfWidth(cell)
    .split(/[;、\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/** One row as an agency. A column that the list does not have leaves the agency as it is registered. */
const readRow = (row: number, cells: readonly string[], columns: Columns, registered: Agency | undefined) => {
  const faults: AgencyListFault[] = []
  const fault = (words: string): void => void faults.push({ row, words })
  const cell = (field: Field): string | undefined => {
    const column = columns.get(field)
    return column === undefined ? undefined : (cells[column] ?? '').trim()
  }
  const [id = '', name = '', parent, kindCell] = [cell('id'), cell('name'), cell('parent'), cell('kind')]
  const [aliases, mail] = [cell('aliases'), cell('mail')].map((text) => (text === undefined ? undefined : listed(text)))
  if (!ID.test(id)) fault(id === '' ? '没有编号' : `编号“${id}”只能用小写字母、数字和中间的连字符,最多64个`)
  if (name === '') fault('没有名称')
  const kind = kindCell ? AGENCY_KINDS.find((each) => [each, AGENCY_KIND_WORDS[each]].includes(kindCell)) : undefined
  if (kindCell && kind === undefined) fault(`类别“${kindCell}”不认识,应为:${Object.values(AGENCY_KIND_WORDS).join('、')}`)
  for (const address of mail ?? []) if (!MAIL.test(address)) fault(`邮箱“${address}”不是有效的地址`)
  const [contact, telephone] = [cell('contact') ?? registered?.contact, cell('telephone') ?? registered?.telephone]
  const kept = kindCell === undefined ? registered?.kind : kind
  const agency: Agency = {
    id,
    name,
    aliases: aliases ?? registered?.aliases ?? [],
    mail: mail ?? registered?.mail ?? [],
    ...(kept !== undefined && { kind: kept }),
    ...(contact && { contact }),
    ...(telephone && { telephone }),
  }
  return { faults, entry: { row, agency, parent: parent === undefined ? registered?.parent : parent } satisfies Entry }
}

/** Names the superior by its id: a list may give its id or its name. */
const withParent = ({ agency, parent }: Entry, known: readonly Agency[]): Agency => {
  if (!parent) return agency
  const superior = known.find(({ id }) => id === parent) ?? known.find(({ name }) => name === parent)
  return { ...agency, parent: superior?.id ?? parent }
}

/** Whether an agency stands above itself. */
const isOwnSuperior = (agency: Agency, byId: ReadonlyMap<string, Agency>): boolean => {
  const seen = new Set<string>()
  for (let above = agency.parent; above !== undefined && !seen.has(above); above = byId.get(above)?.parent) {
    if (above === agency.id) return true
    seen.add(above)
  }
  return false
}

function* faultsAmong(
  entries: readonly Entry[],
  agencies: readonly Agency[],
  all: ReadonlyMap<string, Agency>,
): Generator<AgencyListFault> {
  const rows = new Map<string, number>()
  for (const [index, { row }] of entries.entries()) {
    const agency = agencies[index]
    if (agency === undefined) continue
    const earlier = rows.get(agency.id)
    if (earlier !== undefined && agency.id !== '') yield { row, words: `编号“${agency.id}”与第${earlier}行相同` }
    rows.set(agency.id, earlier ?? row)
    if (agency.parent !== undefined && !all.has(agency.parent)) yield { row, words: `上级“${agency.parent}”不在名单中,也没有登记` }
    else if (isOwnSuperior(agency, all)) yield { row, words: `“${agency.name}”成了自己的上级` }
  }
}

/**
 * Reads a list of agencies: rows of cells, among them one with the heads, of which 编号 and 名称 must be there. `registered` are the
 * agencies of before: a superior may be one of them.
 */
export const readAgencyList = (rows: readonly (readonly string[])[], registered: readonly Agency[] = []): AgencyList => {
  const headRow = rows.findIndex((cells) => columnsOf(cells).has('id') && columnsOf(cells).has('name'))
  if (headRow < 0) return { agencies: [], faults: [{ row: 1, words: '没有找到表头:至少要有“编号”和“名称”两列' }] }
  const columns = columnsOf(rows[headRow] ?? [])
  const before = new Map(registered.map((agency) => [agency.id, agency]))
  const read = rows.flatMap((cells, index) => {
    const id = (cells[columns.get('id') ?? 0] ?? '').trim()
    return index <= headRow || isBlank(cells) ? [] : [readRow(index + 1, cells, columns, before.get(id))]
  })
  const entries = read.map(({ entry }) => entry)
  const known = [...entries.map(({ agency }) => agency), ...registered]
  const agencies = entries.map((entry) => withParent(entry, known))
  const all = new Map([...registered, ...agencies].map((agency) => [agency.id, agency]))
  const faults = [...read.flatMap((each) => each.faults), ...faultsAmong(entries, agencies, all)]
  if (agencies.length === 0) faults.push({ row: headRow + 1, words: '表头下面没有单位' })
  return { agencies, faults: faults.toSorted((a, b) => a.row - b.row) }
}
