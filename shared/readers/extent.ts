import type { Block, Document } from '../document/document.ts'
import { type ReadLimits, tooLong, tooMany } from './reader.ts'

/** The limit that a document passes by how much it holds, in words; undefined for all but monsters. Whatever follows may take its time for granted. */
export const passedLimit = ({ blocks }: Document, limits: ReadLimits): string | undefined => {
  let [pieces, letters] = [0, 0]
  const measure = (block: Block): void => {
    pieces++
    if (block.kind === 'paragraph') letters += block.text.length
    else if (block.kind === 'table')
      for (const row of block.rows) {
        pieces += row.length
        for (const cell of row) cell.blocks.forEach(measure)
      }
  }
  blocks.forEach(measure)
  if (letters > limits.characters) return tooLong(limits)
  // A cell may hold a paragraph, and a table has rows: readers count one or the other.
  return pieces > 2 * limits.cells ? tooMany(limits) : undefined
}
