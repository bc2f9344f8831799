import { formCell } from '../../../shared/form/cells.ts'
import type { CellRef, Edition } from '../../../shared/form/edition.ts'
import type { SampleCell } from '../sample-document.ts'
import type { Variants } from '../variants.ts'
import { inDigits, withUnseen } from './letters.ts'

const withBrackets = (text: string, brackets: Variants['brackets']): string =>
  brackets === 'full-width' ? text.replaceAll('(', '（').replaceAll(')', '）') : text

/** A blank in the middle of the words, as justified or broken labels have it. */
const spaced = (text: string): string => {
  const middle = Math.ceil(text.length / 2)
  return text.length < 3 ? text : `${text.slice(0, middle)} ${text.slice(middle)}`
}

/** So many of a unit are 1万元. */
const IN_WAN_YUAN = { 元: 10_000, 亿元: 1e-4 } as const

const inUnit = (value: number, unit: keyof typeof IN_WAN_YUAN): string =>
  (value * IN_WAN_YUAN[unit]).toFixed(8).replace(/\.?0+$/, '') + unit

export type Wording = {
  readonly label: (text: string) => string
  /** The title, or the heading of a section. */
  readonly heading: (text: string) => string
  readonly prose: (text: string) => string
  readonly figure: (value: number, cell: CellRef) => SampleCell
}

/** How labels, text and figures are spelt under the variants. */
export const wordingOf = (variants: Variants, edition: Edition): Wording => {
  const isAmount = (cell: CellRef): boolean => formCell(edition, cell).kind === 'amount'
  const remark = ({ table, row, column }: CellRef, value: number, text: string): string => {
    if (!variants.remarks || table !== 2 || row !== 0) return text
    if (column === 3 && value > 0) return withBrackets(`${text}(其中修订${Math.ceil(value / 2)}件)`, variants.brackets)
    return isAmount({ table, row, column }) ? `${text}万元` : text
  }
  const figureText = (value: number, ref: CellRef): string => {
    const printed = variants.cells?.find(({ cell }) => cell.table === ref.table && cell.row === ref.row && cell.column === ref.column)
    if (printed !== undefined) return printed.text
    if (variants.amountsIn !== undefined && isAmount(ref)) return inUnit(value, variants.amountsIn)
    const plain = variants.thousands ? value.toLocaleString('en-US', { maximumFractionDigits: 4 }) : String(value)
    return remark(ref, value, inDigits(plain, variants.digits, ref.column))
  }
  const unseen = (text: string) => (variants.unseenLetters ? withUnseen(text) : text)
  const numbered = (text: string) => (variants.numbering === '、' ? text.replace(/^(\d)\./, '$1、') : text)
  return {
    label: (official) => {
      const text = numbered(variants.labels?.[official] ?? official)
      return unseen(withBrackets(variants.spacedLabels ? spaced(text) : text, variants.brackets))
    },
    heading: unseen,
    prose: (text) => unseen(withBrackets(text, variants.brackets)),
    figure: (value, cell) => ({ text: unseen(figureText(value, cell)), columnSpan: 1, rowSpan: 1, figure: cell }),
  }
}
