import { type Handlers, walker } from '../body-flow/walk.ts'
import type { Body } from './body.ts'
import { CONTROLS } from './control-elements.ts'
import { FIELDS } from './field-elements.ts'
import { levelIndex, whole } from './names.ts'
import { RUNS, takeProperty } from './run-elements.ts'
import { MAX_SPAN, type Merge } from './table-draft.ts'
import { fillOf } from './text-properties.ts'

const value = ({ xml }: Body): string | undefined => xml.value()
const skip = ({ xml }: Body): void => xml.skip()

/** Deleted or moved away: runs are passed over; a mark on a paragraph or row says that it goes. */
const deletion = (body: Body): void => {
  const { xml } = body
  body.remarks.add('tracked-changes-accepted')
  const parent = xml.ancestor(1)
  if (parent === 'w:rPr') {
    if (body.paragraph !== undefined && xml.ancestor(2) === 'w:pPr') body.paragraph.joinsNext = true
  } else if (parent === 'w:trPr') {
    if (body.table?.row !== undefined) body.table.row.deleted = true
  } else xml.skip()
}

const insertion = (body: Body): void => void body.remarks.add('tracked-changes-accepted')

/** The first alternative is read, and the rest say the same over again. */
const alternative = (body: Body): void => {
  const last = body.alternatives.length - 1
  if (body.alternatives[last] === true) body.xml.skip()
  else if (last >= 0) body.alternatives[last] = true
}

const merge = (stated: string | undefined): Merge => (stated === 'restart' ? 'begins' : 'goes-on')

const inCell =
  (take: (cell: NonNullable<Body['cell']>, value: string | undefined) => void) =>
  (body: Body): void => {
    if (body.cell !== undefined && body.xml.ancestor(1) === 'w:tcPr') take(body.cell, value(body))
  }

const inNumbering =
  (by: 'by-style' | 'directly', take: (numbering: NonNullable<Body['paragraph']>['numbering'], value: string | undefined) => void) =>
  (body: Body): void => {
    if (body.paragraph === undefined) return
    if (body.numbered !== 'directly') body.numbered = by
    take(body.paragraph.numbering, value(body))
  }

/** Twips: a row that is lower shows nothing of a letter. */
const LOWEST_ROW = 40

const shading = (body: Body): void => {
  const { paragraph, xml } = body
  const on = xml.ancestor(1)
  if (on === 'w:rPr') takeProperty(body)
  else if (on === 'w:pPr' && paragraph !== undefined) paragraph.fill = fillOf(xml)
  else if (on === 'w:tcPr' || on === 'w:tblPr' || on === 'w:tblPrEx') body.setGround(fillOf(xml))
}

const HANDLERS: Handlers<Body> = {
  'w:p': { open: (body) => body.openParagraph(), close: (body) => body.closeParagraph() },
  'w:tbl': { open: (body) => body.openTable(), close: (body) => body.closeTable() },
  'w:tr': { open: (body) => body.openRow(), close: (body) => body.closeRow() },
  'w:tc': { open: (body) => body.openCell(), close: (body) => body.closeCell() },
  'w:txbxContent': { open: (body) => body.openTextBox(), close: (body) => body.closeTextBox() },

  ...RUNS,
  ...FIELDS,
  ...CONTROLS,
  'w:altChunk': { open: (body) => body.addChunk(body.xml.attribute('r:id') ?? '') },
  'w:lastRenderedPageBreak': { open: (body) => body.newPage('layout') },
  'a:blip': { open: (body) => body.addPicture() },
  'v:imagedata': { open: (body) => body.addPicture() },

  'w:ins': { open: insertion },
  'w:moveTo': { open: insertion },
  'w:cellIns': { open: insertion },
  'w:del': { open: deletion },
  'w:moveFrom': { open: deletion },
  'w:cellDel': {
    open: (body) => {
      insertion(body)
      if (body.cell !== undefined) body.cell.deleted = true
    },
  },

  'mc:AlternateContent': {
    open: ({ alternatives }) => void alternatives.push(false),
    close: ({ alternatives }) => void alternatives.pop(),
  },
  'mc:Choice': { open: alternative },
  'mc:Fallback': { open: alternative },

  'w:gridSpan': {
    open: inCell((cell, stated) => {
      cell.columnSpan = Math.max(1, whole(stated, MAX_SPAN) ?? 1)
    }),
  },
  'w:vMerge': {
    open: inCell((cell, stated) => {
      cell.vertical = merge(stated)
    }),
  },
  'w:hMerge': {
    open: inCell((cell, stated) => {
      cell.horizontal = merge(stated)
    }),
  },
  // Cells merged with changes tracked: as they are merged now.
  'w:cellMerge': {
    open: (body) => {
      insertion(body)
      const now = body.xml.attribute('w:vMerge')
      if (body.cell !== undefined) body.cell.vertical = now === undefined ? undefined : now === 'cont' ? 'goes-on' : 'begins'
    },
  },
  'w:trHeight': {
    open: ({ table, xml }) => {
      if (table?.row === undefined || xml.attribute('w:hRule') !== 'exact') return
      table.row.flat = Number.parseFloat(xml.value() ?? '0') < LOWEST_ROW
    },
  },
  'w:tblStyle': { open: (body) => body.setTableStyle(value(body)) },
  'w:shd': { open: shading },
  'w:background': {
    open: (body) => {
      // Whether it is shown stands in the settings; on a dark page nobody knows.
      if (/^[0-7]/.test(body.xml.attribute('w:color') ?? '')) body.setGround('unknown')
    },
  },
  'w:gridBefore': {
    open: (body) => {
      if (body.table?.row !== undefined) body.table.row.gridBefore = whole(value(body), MAX_SPAN) ?? 0
    },
  },

  'w:pStyle': {
    open: inNumbering('by-style', (numbering, stated) => {
      numbering.style = stated
    }),
  },
  'w:numId': {
    open: inNumbering('directly', (numbering, stated) => {
      numbering.numId = stated
    }),
  },
  'w:ilvl': {
    open: inNumbering('directly', (numbering, stated) => {
      numbering.level = levelIndex(stated)
    }),
  },

  // What the document says of itself and no reader sees: codes of fields, properties as they were before a change, tab stops, ruby above the text.
  'w:delText': { open: skip },
  'w:delInstrText': { open: skip },
  'w:tabs': { open: skip },
  'w:sectPr': { open: skip },
  'w:rt': { open: skip },
  'w:rPrChange': { open: skip },
  'w:pPrChange': { open: skip },
  'w:tblPrChange': { open: skip },
  'w:tblGridChange': { open: skip },
  'w:tblPrExChange': { open: skip },
  'w:trPrChange': { open: skip },
  'w:tcPrChange': { open: skip },
}

/** Walks the whole body once. */
export const walkBody = walker<Body>({ handlers: HANDLERS, root: 'w:document' })
