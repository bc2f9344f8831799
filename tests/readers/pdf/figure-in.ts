import { cellText } from '../../../shared/document/document.ts'
import { contentOf } from '../test-reader.ts'
import { type PdfParts, pageOf } from './page-of.ts'

/** The cell of 许可: what it says, `?` where that is not certain. */
export const figureIn = async (painted: string, parts?: PdfParts): Promise<string> => {
  const { blocks } = await contentOf('pdf', pageOf(painted, parts))
  const table = blocks.find((block) => block.kind === 'table')
  const cell = table?.kind === 'table' ? table.rows[1]?.[1] : undefined
  return cell === undefined ? 'no table' : `${cellText(cell)}${cell.doubt === undefined ? '' : '?'}`
}
