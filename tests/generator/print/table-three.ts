import { TABLE_THREE_ROWS, THREE, TRIAL_OTHER_HANDLING } from '../../../shared/form/table-three.ts'
import { cell, type SampleCell, type SampleTable } from '../sample-document.ts'
import type { SampleReport } from '../sample-report.ts'
import type { Variants } from '../variants.ts'
import type { Wording } from './wording.ts'

const LABEL_COLUMNS = 3
const COMPANIES = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']

type Line = { readonly row: number; readonly label: string; readonly group?: string; readonly figures: readonly number[] }

/** The rows that are printed, with their figures. */
const lines = ({ edition, three }: SampleReport, { rowsLeftOut, rowTwice, singleOtherRow }: Variants): Line[] => {
  const single = singleOtherRow || edition === '2019'
  const rows = TABLE_THREE_ROWS.map((line, row): Line => ({ ...line, row, figures: three[row] ?? [] }))
  const otherHandling = rows.slice(THREE.overdueCorrection, THREE.otherHandling + 1)
  const printed = single
    ? [
        ...rows.slice(0, THREE.overdueCorrection),
        { row: THREE.otherHandling, label: TRIAL_OTHER_HANDLING, figures: sums(otherHandling.map(({ figures }) => figures)) },
        ...rows.slice(THREE.handledTotal),
      ]
    : rows
  return printed
    .filter(({ row }) => !rowsLeftOut?.some((left) => left.table === 3 && left.row === row))
    .flatMap((line) => (line.row === rowTwice?.row ? [line, { ...line, figures: otherFigures(line, rowTwice.by) }] : [line]))
}

const otherFigures = ({ figures: [first = 0, ...others] }: Line, by: number): number[] => [first + by, ...others]

/** Sums of rows, column by column. */
export const sums = (rows: readonly (readonly number[])[]): number[] =>
  (rows[0] ?? []).map((_, column) => rows.reduce((total, row) => total + (row[column] ?? 0), 0))

const head = (label: Wording['label']): SampleCell[][] => [
  [cell(label('(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)'), LABEL_COLUMNS, 3), cell(label('申请人情况'), 7)],
  [cell(label('自然人'), 1, 2), cell(label('法人或其他组织'), 5), cell(label('总计'), 1, 2)],
  COMPANIES.map((name) => cell(label(name))),
]

const isHandling = ({ row }: Line): boolean => row >= THREE.firstDisposition && row <= THREE.handledTotal

/** Table 三 as the form prints it: three columns of labels merged both ways, seven of figures. */
export const tableThree = (report: SampleReport, variants: Variants, { label, figure }: Wording): SampleTable => {
  const printed = lines(report, variants)
  const body = printed.map((line, index) => {
    const before = printed[index - 1]
    const opensHandling = isHandling(line) && !(before && isHandling(before))
    const opensGroup = line.group !== undefined && before?.group !== line.group
    const handling = opensHandling ? [cell(label('三、本年度办理结果'), 1, printed.filter(isHandling).length)] : []
    const group = opensGroup ? [cell(label(line.group), 1, printed.filter((other) => other.group === line.group).length)] : []
    const span = isHandling(line) ? (line.group === undefined ? 2 : 1) : LABEL_COLUMNS
    const figures = line.figures.map((value, column) => figure(value, { table: 3, row: line.row, column }))
    return [...handling, ...group, cell(label(line.label), span), ...figures]
  })
  const heads = variants.headsLost ? [] : head(label)
  return { kind: 'table', rows: [...heads, ...body], columns: LABEL_COLUMNS + 7, headRows: heads.length }
}
