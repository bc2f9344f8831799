import type { Block, Source } from '../../document/document.ts'
import type { ParagraphDraft } from './paragraph-draft.ts'
import type { CellDraft } from './table-draft.ts'

/** Where paragraphs and tables go: the body, a cell or a text box; and what is taken up again when it ends. */
export type Flow = {
  readonly blocks: Block[]
  /** Where its paragraphs stand; the body counts them instead. */
  readonly place: Source | undefined
  readonly cell: CellDraft | undefined
  readonly outer: Flow | undefined
  readonly paragraph: ParagraphDraft | undefined
  /** A paragraph whose mark is deleted waits here for the next one. */
  joining: ParagraphDraft | undefined
}

export const newFlow = (place?: Source, outer?: Flow, paragraph?: ParagraphDraft, cell?: CellDraft): Flow => ({
  blocks: [],
  place,
  outer,
  paragraph,
  cell,
  joining: undefined,
})
