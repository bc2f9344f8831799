import { fontObjects } from '../../generator/pdf/pdf-fonts.ts'
import { hex, pdfFile, pdfStream } from '../../generator/pdf/pdf-objects.ts'

/** Letters of `page-of.ts` are 10 points high, figures half as wide. */
export const text = (x: number, y: number, words: string, size = 10): string => `BT /F ${size} Tf ${x} ${y} Td <${hex(words)}> Tj ET`

export type PdfParts = {
  /** Entries of the page's resources. */
  readonly resources?: string
  /** Entries of the page. */
  readonly page?: string
  /** Entries of the catalog. */
  readonly catalog?: string
  /** Objects with the numbers from 20 on. */
  readonly objects?: readonly string[]
  readonly kids?: string
}

const LETTERS = Array.from('某局年度报告附有事项数量的统计表许可处罚水印请稍候ABCPleaswit 0123456789.,-')

/** A table of two rows: 许可 with the figure at x 210, y 600, and 处罚 with 3. Columns begin at 100, 200 and 300, rows are 30 high. */
const TABLE = [
  '0.5 w',
  '100 590 100 30 re S 200 590 100 30 re S 100 620 100 30 re S 200 620 100 30 re S 100 560 100 30 re S 200 560 100 30 re S',
  text(100, 700, '某局年度报告附有事项数量的统计表'),
  text(110, 630, '事项'),
  text(210, 630, '数量'),
  text(110, 600, '许可'),
  text(110, 570, '处罚'),
  text(210, 570, '3'),
].join('\n')

/** A file of one page with that table, and what else is painted on it. */
export const pageOf = (
  painted: string,
  { resources = '', page = '', catalog = '', objects = [], kids = '9 0 R' }: PdfParts = {},
): Uint8Array => {
  const fonts = fontObjects('mapped', 3, LETTERS)
  const filler = Array.from({ length: 10 }, () => '<< >>')
  return pdfFile(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      `<< /Type /Pages /Count ${kids.split('R').length - 1} /Kids [${kids}] >>`,
      ...fonts,
      '<< >>',
      pdfStream(`${TABLE}\n${painted}`),
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 8 0 R /Resources << /Font << /F 3 0 R >> ${resources} >> ${page} >>`,
      ...filler,
      ...objects,
    ],
    '',
  )
}
