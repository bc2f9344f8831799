import type { SampleCell, SampleDocument } from './sample-document.ts'

/** Letters in a cell that are no part of its figure as a person sees it: a raised note mark, a digit struck out, one that nobody sees. */
export const DECOY_KINDS = ['raised', 'struck', 'hidden'] as const
export type DecoyKind = (typeof DECOY_KINDS)[number]
export type Decoy = { readonly kind: DecoyKind; readonly text: string; readonly at: 'before' | 'behind' }

/** A stretch of a cell's letters that is set in one way. */
export type Piece = { readonly text: string; readonly kind: 'plain' | DecoyKind }

/** What a writer that knows decoys sets in a cell, one piece after the other; one that does not sets `text` alone. */
export const piecesOf = ({ text, decoy }: Pick<SampleCell, 'text' | 'decoy'>): readonly Piece[] => {
  const plain: Piece = { text, kind: 'plain' }
  if (decoy === undefined) return [plain]
  return decoy.at === 'before' ? [decoy, plain] : [plain, decoy]
}

/** A note mark stands behind its figure; what was crossed out or hidden may stand on either side. */
const decoyAt = (kind: DecoyKind, index: number): Decoy => ({
  kind,
  text: String((index % 9) + 1),
  at: kind === 'raised' || index % 2 === 0 ? 'behind' : 'before',
})

/** One figure in so many has a decoy. */
const EVERY = 7

/** The same document with decoys of a kind beside some of its figures. */
export const withDecoys = (document: SampleDocument, kind: DecoyKind): SampleDocument => {
  let count = 0
  const inCell = (cell: SampleCell): SampleCell => {
    if (cell.figure === undefined || cell.text === '' || ++count % EVERY !== 0) return cell
    return { ...cell, decoy: decoyAt(kind, count / EVERY) }
  }
  return {
    ...document,
    blocks: document.blocks.map((block) =>
      block.kind === 'table' ? { ...block, rows: block.rows.map((cells) => cells.map(inCell)) } : block,
    ),
  }
}
