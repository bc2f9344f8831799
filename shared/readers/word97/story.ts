import type { Remark } from '../../document/reading.ts'
import type { ByteView } from '../compound-file/byte-view.ts'
import { UnreadableError } from '../reader.ts'
import { letterOfFont } from '../seen-text/symbol-fonts.ts'
import { fieldValue } from '../word-flow/field-values.ts'
import type { Flow } from '../word-flow/flow.ts'
import { type CharacterProperties, startCharacterProperties } from './character-properties.ts'
import { isFieldMark, trackFields } from './fields.ts'
import type { Stretch } from './file-information.ts'
import type { FontNames } from './font-names.ts'
import { readFormField } from './form-data.ts'
import type { Numbering } from './numbering.ts'
import { depthOf, type ParagraphProperties, paragraphProperties, shapeOf } from './paragraph-properties.ts'
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
  readonly fonts: FontNames
  readonly numbering: Numbering
}

const PICTURE = 0x01
const CELL_END = 0x07
const DRAWING = 0x08
const PAGE_END = 0x0c
const PARAGRAPH_END = 0x0d
const FIRST_LETTER = 0x20
const SYMBOL = 0x28

/** Codes that stand for other text. */
const WRITTEN_AS = new Map([
  [0x09, '\t'],
  [0x0b, '\n'],
  [0x1e, '-'],
  [0xa0, ' '],
])

/** Computes once for every run (and piece laid over it) what is asked for many characters in the same style. */
const remembered = <Properties>(compute: (run: PropertyRun | undefined, over: ByteView | undefined, style: number) => Properties) => {
  const known = new Map<number, Map<PropertyRun | undefined, Properties>>()
  return (run: PropertyRun | undefined, { over }: Piece, style = 0): Properties => {
    if (over !== undefined) return compute(run, over, style)
    const ofStyle = known.get(style) ?? new Map<PropertyRun | undefined, Properties>()
    const before = ofStyle.get(run)
    if (before !== undefined) return before
    const properties = compute(run, over, style)
    known.set(style, ofStyle.set(run, properties))
    return properties
  }
}

/** Cells and rows end with code 7; in tables inside a cell, with the end of a paragraph that says so. */
const endedBy = (code: number, depth: number, { rowEnd, innerRowEnd, innerCellEnd }: ParagraphProperties): 'row' | 'cell' | 'paragraph' => {
  if (depth > 1) return innerRowEnd ? 'row' : innerCellEnd ? 'cell' : 'paragraph'
  if (depth === 0 || code !== CELL_END) return 'paragraph'
  return rowEnd ? 'row' : 'cell'
}

/** Codes that follow each other with the same properties. */
type Codes = { readonly codes: number[]; readonly run: PropertyRun | undefined; readonly piece: Piece }

/** Walks one story of the file, the body or the text boxes, into the flow. */
export const walkStory = (file: Word97File, stretch: Stretch, flow: Flow, remarks: Set<Remark>): void => {
  const fields = trackFields()
  const ofParagraph = remembered((run, over) =>
    paragraphProperties([...file.styles.paragraph(run?.style ?? 0), run?.modifiers, over], file.data),
  )
  const characterProperties = startCharacterProperties(file.styles)
  const ofCharacter = remembered((run, over, style) => characterProperties(style, [run?.modifiers, over]))

  const endMark = (code: number, run: PropertyRun | undefined, piece: Piece, { deleted, hidden }: CharacterProperties) => {
    const properties = ofParagraph(run, piece)
    // A cell's mark where no table is said to be can only be one whose properties are lost.
    const depth = code === CELL_END ? Math.max(1, depthOf(properties)) : depthOf(properties)
    const ended = endedBy(code, depth, properties)
    if (depth === 0 || ended !== 'paragraph') fields.forget()
    if (ended === 'row') return flow.endRow(depth, shapeOf(properties), { deleted, hidden })
    if (ended === 'paragraph' && (deleted || hidden) && code === PARAGRAPH_END) return flow.runOn(depth)
    const { list = 0, listLevel = 0, ground } = properties
    if (list > 0) flow.setNumber(file.numbering(list, listLevel))
    if (ended === 'cell') flow.endCell(depth, ground)
    else flow.endParagraph(depth, ground)
  }

  const writeLetters = (letters: string, { font }: CharacterProperties) => {
    if (letters.trim() !== '') fields.addResult()
    flow.write(letters, font)
  }

  const write = (code: number, properties: CharacterProperties) => {
    const { special, fieldData, hidden, symbol, fontNumber } = properties
    // Forms hide zeros; where one is seen, the text is not there.
    if (code === 0 && !special && !hidden) throw new UnreadableError('damaged')
    const isPicture = code === DRAWING || (code === PICTURE && special && !fieldData)
    const writtenAs = WRITTEN_AS.get(code)
    if (isPicture && !hidden) flow.addPicture()
    else if (writtenAs !== undefined) writeLetters(writtenAs, properties)
    else if (code === SYMBOL && symbol !== undefined) writeLetters(letterOfFont(symbol.code, file.fonts(symbol.fontNumber)), properties)
    else if (code >= FIRST_LETTER && !special)
      writeLetters(letterOfFont(code, fontNumber === undefined ? '' : file.fonts(fontNumber)), properties)
  }

  const takeMark = (code: number, properties: CharacterProperties) => {
    const field = fields.mark(code)
    if (field === undefined || field.hasResult || properties.deleted || fields.inInstruction()) return
    const value = fieldValue(field.instruction, field.form)
    if (value?.doubt) flow.addDoubt(value.doubt)
    if (value !== undefined) writeLetters(value.text, properties)
  }

  const take = (code: number, properties: CharacterProperties) => {
    if (isFieldMark(code)) return takeMark(code, properties)
    if (properties.fieldData) fields.setForm(readFormField(file.data, properties.dataAt))
    if (fields.inInstruction()) return code >= FIRST_LETTER ? fields.instruct(String.fromCharCode(code)) : undefined
    if (properties.deleted || properties.inserted) remarks.add('tracked-changes-accepted')
    if (!properties.deleted) write(code, properties)
  }

  /** Letters wait for the mark of their paragraph, which tells the style that they are set in. */
  let waiting: Codes[] = []
  const settle = (style: number) => {
    for (const { codes, run, piece } of waiting) {
      const properties = ofCharacter(run, piece, style)
      for (const code of codes) take(code, properties)
    }
    waiting = []
  }

  eachCharacter(file.main, file.pieces, stretch, (code, fileAt, piece) => {
    const run = file.characters(fileAt)
    if (code === PARAGRAPH_END || code === CELL_END || code === PAGE_END) {
      const paragraph = file.paragraphs(fileAt)
      const style = paragraph?.style ?? 0
      settle(style)
      endMark(code, paragraph, piece, ofCharacter(run, piece, style))
      return
    }
    const last = waiting.at(-1)
    if (last !== undefined && last.run === run && last.piece === piece) last.codes.push(code)
    else waiting.push({ codes: [code], run, piece })
  })
  settle(0)
}
