import type { SampleDocument } from '../sample-document.ts'
import type { WordModel } from '../word97/model.ts'

/** The report as the writers of Word 97 and RTF files take it. */
export const wordModel = ({ blocks }: SampleDocument): WordModel => ({
  blocks: blocks.map((block) => (block.kind === 'table' ? block : block.text)),
})
