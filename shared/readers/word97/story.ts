import type { Remark } from '../../document/reading.ts'
import type { ByteView } from '../compound-file/byte-view.ts'
import { UnreadableError } from '../reader.ts'
import type { Flow } from '../word-flow/flow.ts'
import { type CharacterProperties, characterProperties } from './character-properties.ts'
import type { Stretch } from './file-information.ts'
import type { Numbering } from './numbering.ts'
import { depthOf, type ParagraphProperties, paragraphProperties } from './paragraph-properties.ts'
import { eachCharacter, type Piece, type Pieces } from './piece-table.ts'
import type { PropertyRun, PropertyRuns } from './property-runs.ts'
import type { Styles } from './styles.ts'

export type Word97File = {
  readonly main: ByteView
  readonly data: ByteView | undefined
  readonly pieces: Pieces
  readonly paragraphs: PropertyRuns
  readonly characters: PropertyRuns
  readonly styles: Styles
  readonly numbering: Numbering
}

const PICTURE = 0x01
const CELL_END = 0x07
const DRAWING = 0x08
const PAGE_END = 0x0c
const PARAGRAPH_END = 0x0d
const FIELD = { begin: 0x13, separator: 0x14, end: 0x15 } as const
const FIRST_LETTER = 0x20

/** Codes below the first letter that stand for text. */
const WRITTEN_AS = new Map([
  [0x09, '\t'],
  [0x0b, '\n'],
  [0x1e, '-'],
  [0xa0, ' '],
])

const MOST_FIELDS = 64

/** Computes once for every run (and piece laid over it) what is asked for every character. */
const remembered = <Properties>(compute: (run: PropertyRun | undefined, over: ByteView | undefined) => Properties) => {
  const known = new Map<PropertyRun | undefined, Properties>()
  return (run: PropertyRun | undefined, { over }: Piece): Properties => {
    if (over !== undefined) return compute(run, over)
    const properties = known.get(run) ?? compute(run, over)
    known.set(run, properties)
    return properties
  }
}

/** Instructions of fields, such as PAGE, are not text; their results are. */
const trackFields = () => {
  const fields: ('instruction' | 'result')[] = []
  return {
    isMark: (code: number) => code >= FIELD.begin && code <= FIELD.end,
    mark: (code: number) => {
      if (code === FIELD.begin && fields.length < MOST_FIELDS) fields.push('instruction')
      else if (code !== FIELD.begin) fields.pop()
      if (code === FIELD.separator) fields.push('result')
    },
    inInstruction: () => fields.includes('instruction'),
    /** A lost end must not swallow what follows. */
    forget: () => {
      fields.length = 0
    },
  }
}

/** Cells and rows end with code 7; in tables inside a cell, with the end of a paragraph that says so. */
const endedBy = (code: number, depth: number, { rowEnd, innerRowEnd, innerCellEnd }: ParagraphProperties): 'row' | 'cell' | 'paragraph' => {
  if (depth > 1) return innerRowEnd ? 'row' : innerCellEnd ? 'cell' : 'paragraph'
  if (depth === 0 || code !== CELL_END) return 'paragraph'
  return rowEnd ? 'row' : 'cell'
}

/** Walks one story of the file, the body or the text boxes, into the flow. */
export const walkStory = (file: Word97File, stretch: Stretch, flow: Flow, remarks: Set<Remark>): void => {
  const fields = trackFields()
  const ofParagraph = remembered((run, over) => paragraphProperties([...file.styles(run?.style ?? 0), run?.modifiers, over], file.data))
  const ofCharacter = remembered((run, over) => characterProperties([run?.modifiers, over]))

  const endMark = (code: number, fileAt: number, piece: Piece, { deleted }: CharacterProperties) => {
    const properties = ofParagraph(file.paragraphs(fileAt), piece)
    // A cell's mark where no table is said to be can only be one whose properties are lost.
    const depth = code === CELL_END ? Math.max(1, depthOf(properties)) : depthOf(properties)
    const ended = endedBy(code, depth, properties)
    if (depth === 0 || ended !== 'paragraph') fields.forget()
    if (ended === 'row') return flow.endRow(depth, properties.shape, { deleted, hidden: false })
    if (ended === 'paragraph' && deleted && code === PARAGRAPH_END) return // it runs on into the next one
    const { list = 0, listLevel = 0 } = properties
    if (list > 0) flow.setNumber(file.numbering(list, listLevel))
    if (ended === 'cell') flow.endCell(depth)
    else flow.endParagraph(depth)
  }

  /** Deleted and hidden letters are left out, and that is said. */
  const isShown = (code: number, { deleted, inserted, hidden }: CharacterProperties): boolean => {
    if (deleted || inserted) remarks.add('tracked-changes-accepted')
    if (hidden && !deleted && code > FIRST_LETTER) remarks.add('hidden-text-left-out')
    return !deleted && !hidden
  }

  const write = (code: number, { special, fieldData }: CharacterProperties) => {
    // Forms hide zeros; where one is seen, the text is not there.
    if (code === 0 && !special) throw new UnreadableError('damaged')
    if (code === DRAWING || (code === PICTURE && special && !fieldData)) flow.addPicture()
    else if (WRITTEN_AS.has(code)) flow.write(WRITTEN_AS.get(code) ?? '')
    else if (code >= FIRST_LETTER && !special) flow.write(String.fromCharCode(code))
  }

  eachCharacter(file.main, file.pieces, stretch, (code, fileAt, piece) => {
    const properties = ofCharacter(file.characters(fileAt), piece)
    if (fields.isMark(code)) fields.mark(code)
    else if (code === PARAGRAPH_END || code === CELL_END || code === PAGE_END) endMark(code, fileAt, piece, properties)
    else if (!fields.inInstruction() && isShown(code, properties)) write(code, properties)
  })
}
