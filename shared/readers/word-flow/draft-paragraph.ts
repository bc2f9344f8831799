import type { Block, Paragraph, Source } from '../../document/document.ts'
import type { Remark } from '../../document/reading.ts'
import { type Font, PLAIN_FONT, type Run, seenText, WHITE } from '../seen-text/seen-text.ts'

/** Letters without a colour of their own: whatever they stand on, Word makes them black or white so that they are seen. */
export const AUTOMATIC = 'automatic'
/** Ground of more than one colour, or that is not known: everything is seen on it. */
export const MIXED = 'mixed'
export const WORD_FONT: Font = { ...PLAIN_FONT, color: AUTOMATIC }

/** A paragraph whose letters are still as they are set. What is seen of them may hang on the colour of its cell, told only at the end of the row. */
export type Draft = {
  readonly kind: 'draft'
  readonly runs: readonly Run[]
  /** Printed before the paragraph. */
  readonly number: string
  /** The colour laid behind the paragraph; absent: that of its cell. */
  readonly ground: string | undefined
  readonly source: Source
}

export const hangsOnCell = ({ runs, ground }: Draft): boolean =>
  ground === undefined &&
  runs.some(({ text, font = WORD_FONT }) => font.color !== AUTOMATIC && font.ground === undefined && text.trim() !== '')

/** The paragraph as it is seen on the colour of its cell; undefined where nothing is. */
export const settled = (draft: Draft, cellGround: string, remarks: Set<Remark>): Paragraph | undefined => {
  const { runs, number, ground, source } = draft
  const [only, second] = runs
  const isPlain = second === undefined && only?.font === WORD_FONT
  const { text, leftOut } = isPlain
    ? { text: only.text, leftOut: [] }
    : seenText(runs, { font: WORD_FONT, background: ground ?? cellGround })
  for (const remark of leftOut) remarks.add(remark)
  // The number of a paragraph of which nothing is seen is not seen either.
  const whole = text.trim() === '' && leftOut.length > 0 ? '' : number + text
  return whole.trim() === '' ? undefined : { kind: 'paragraph', text: whole, source }
}

/** Blocks of a cell, or of what was taken for one, once its colour is known. */
export const settledBlocks = (blocks: readonly (Block | Draft)[], remarks: Set<Remark>, cellGround = WHITE): Block[] =>
  blocks.flatMap((block) => (block.kind === 'draft' ? (settled(block, cellGround, remarks) ?? []) : [block]))
