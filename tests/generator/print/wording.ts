import type { CellRef } from '../../../shared/form/edition.ts'
import type { SampleCell } from '../sample-document.ts'
import type { Variants } from '../variants.ts'

const fullWidth = (text: string): string => text.replace(/[\d.,-]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))

const withBrackets = (text: string, brackets: Variants['brackets']): string =>
  brackets === 'full-width' ? text.replaceAll('(', '（').replaceAll(')', '）') : text

/** A blank in the middle of the words, as justified or broken labels have it. */
const spaced = (text: string): string => {
  const middle = Math.ceil(text.length / 2)
  return text.length < 3 ? text : `${text.slice(0, middle)} ${text.slice(middle)}`
}

export type Wording = {
  readonly label: (text: string) => string
  readonly prose: (text: string) => string
  readonly figure: (value: number, cell: CellRef) => SampleCell
}

/** How labels, text and figures are spelt under the variants. */
export const wordingOf = (variants: Variants): Wording => {
  const remark = ({ table, row, column }: CellRef, value: number, text: string): string => {
    if (!variants.remarks || table !== 2 || row !== 0) return text
    if (column === 3 && value > 0) return withBrackets(`${text}(其中修订${Math.ceil(value / 2)}件)`, variants.brackets)
    return column === 9 || column === 21 ? `${text}万元` : text
  }
  const figureText = (value: number, ref: CellRef): string => {
    const printed = variants.cells?.find(({ cell }) => cell.table === ref.table && cell.row === ref.row && cell.column === ref.column)
    if (printed !== undefined) return printed.text
    const plain = variants.thousands ? value.toLocaleString('en-US', { maximumFractionDigits: 4 }) : String(value)
    return remark(ref, value, variants.digits === 'full-width' ? fullWidth(plain) : plain)
  }
  const numbered = (text: string) => (variants.numbering === '、' ? text.replace(/^(\d)\./, '$1、') : text)
  return {
    label: (official) => {
      const text = numbered(variants.labels?.[official] ?? official)
      return withBrackets(variants.spacedLabels ? spaced(text) : text, variants.brackets)
    },
    prose: (text) => withBrackets(text, variants.brackets),
    figure: (value, cell) => ({ text: figureText(value, cell), columnSpan: 1, rowSpan: 1, figure: cell }),
  }
}
