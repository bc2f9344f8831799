import { type Handler, type Handlers, walker } from '../body-flow/walk.ts'
import { TEXT } from '../xml/scanner.ts'
import type { Body } from './body.ts'
import { isOn, levelIndex, whole } from './names.ts'
import { MAX_SPAN, type Merge } from './table-draft.ts'

const value = ({ xml }: Body): string | undefined => xml.attribute('w:val')
const skip = ({ xml }: Body): void => xml.skip()

const text = (body: Body): void => {
  const { xml } = body
  let read = ''
  while (xml.next() === TEXT) read += xml.text()
  // A line break inside the element is the file's, not the writer's.
  body.addText(
    read.includes('\n')
      ? read
          .trim()
          .split(/\s*\n\s*/)
          .join(' ')
      : read,
  )
}

/** Says text in place of an element of a run. */
const says = (words: string): Handler<Body> => ({ open: (body) => body.addText(words) })

const lineBreak = (body: Body): void => {
  if (body.xml.attribute('w:type') === 'page') body.newPage('person')
  body.addText('\n')
}

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

const HANDLERS: Handlers<Body> = {
  'w:p': { open: (body) => body.openParagraph(), close: (body) => body.closeParagraph() },
  'w:tbl': { open: (body) => body.openTable(), close: (body) => body.closeTable() },
  'w:tr': { open: (body) => body.openRow(), close: ({ table }) => table?.endRow() },
  'w:tc': { open: (body) => body.openCell(), close: (body) => body.closeCell() },
  'w:txbxContent': { open: (body) => body.openTextBox(), close: (body) => body.closeTextBox() },

  'w:r': {
    close: (body) => {
      body.hidden = false
    },
  },
  'w:vanish': {
    open: (body) => {
      if (body.xml.ancestor(2) === 'w:r') body.hidden = isOn(value(body))
    },
  },
  'w:t': { open: text },
  'w:tab': says('\t'),
  'w:ptab': says('\t'),
  'w:cr': says('\n'),
  'w:br': { open: lineBreak },
  'w:noBreakHyphen': says('-'),
  'w:lastRenderedPageBreak': { open: (body) => body.newPage('layout') },
  'w:fldChar': { open: (body) => body.paragraph?.field(body.xml.attribute('w:fldCharType')) },
  'm:t': { open: text },
  'm:den': says('/'),
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
  'w:instrText': { open: skip },
  'w:delText': { open: skip },
  'w:delInstrText': { open: skip },
  'w:tabs': { open: skip },
  'w:sdtPr': { open: skip },
  'w:sdtEndPr': { open: skip },
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
