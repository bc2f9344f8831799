import { type Handler, type Handlers, walker } from '../body-flow/walk.ts'
import type { Body } from './body.ts'
import { CONTROLS } from './control-elements.ts'
import { countOf } from './names.ts'

const styleName = ({ xml }: Body): string | undefined => xml.attribute('text:style-name')
const skip = (body: Body): void => body.xml.skip()

const beginPage = (body: Body, family: string, style: string | undefined): void => {
  if (body.notesPages && body.table === undefined && body.styles.breaksBefore(family, style)) body.pages.turn('person')
}

const openParagraph = (body: Body): void => {
  const style = styleName(body)
  if (body.styles.text('paragraph', style).hidden === true) {
    body.skipHidden()
    return
  }
  beginPage(body, 'paragraph', style)
  const level = body.xml.name === 'text:h' && body.xml.attribute('text:is-list-header') !== 'true'
  body.openParagraph(level ? countOf(body.xml.attribute('text:outline-level')) : undefined, style)
}
const PARAGRAPH: Handler<Body> = { open: openParagraph, close: (body) => body.closeParagraph() }

/** Shapes may have words on them like a text box. */
const TEXT_BOX: Handler<Body> = {
  open: (body) => (isNotDrawn(body) ? body.skipHidden() : body.openTextBox()),
  close: (body) => body.closeTextBox(),
}
const isNotDrawn = ({ xml }: Body): boolean => xml.attribute('draw:display') === 'none'
const isHidden = ({ xml }: Body): boolean => xml.attribute('text:is-hidden') === 'true'
const SKIPPED: Handler<Body> = { open: skip }

/** Says text in place of an element. */
const says = (words: (body: Body) => string): Handler<Body> => ({ open: (body) => body.addText(words(body)) })

const startOf = (stated: string | undefined): number | undefined => (stated === undefined ? undefined : countOf(stated))

const SPAN: Handler<Body> = {
  open: (body) => {
    if (body.styles.text('text', styleName(body)).hidden === true) body.skipHidden()
    else body.openSpan(styleName(body))
  },
  close: (body) => body.closeSpan(),
}

/** Rows of a table that are folded in, filtered out, or too low for a letter. */
const isUnseenRow = ({ styles, xml }: Body): boolean =>
  /^(?:collapse|filter)$/.test(xml.attribute('table:visibility') ?? '') || styles.isFlatRow(xml.attribute('table:style-name'))

const HANDLERS: Handlers<Body> = {
  'office:text': {
    open: (body) => {
      body.notesPages = body.xml.attribute('text:use-soft-page-breaks') === 'true'
    },
  },
  'text:p': PARAGRAPH,
  'text:h': PARAGRAPH,
  'text:span': SPAN,
  'text:a': SPAN,
  'text:section': {
    open: (body) => {
      if (body.xml.attribute('text:display') === 'none' || isHidden(body)) body.skipHidden()
    },
  },
  'text:hidden-text': {
    open: (body) => {
      if (isHidden(body)) body.skipHidden()
    },
  },
  ...CONTROLS,
  'text:hidden-paragraph': {
    open: (body) => {
      if (isHidden(body) && body.paragraph !== undefined) body.paragraph.hidden = true
    },
  },
  'text:s': says(({ xml }) => ' '.repeat(countOf(xml.attribute('text:c')))),
  'text:tab': says(() => '\t'),
  'text:line-break': says(() => '\n'),
  'text:soft-page-break': { open: (body) => body.pages.turn('layout') },

  'text:list': {
    open: (body) => {
      const goesOn = body.xml.attribute('text:continue-numbering') === 'true' || body.xml.attribute('text:continue-list') !== undefined
      body.lists.openList(styleName(body), goesOn)
    },
    close: ({ lists }) => lists.closeList(),
  },
  'text:list-item': { open: ({ lists, xml }) => lists.openItem(true, startOf(xml.attribute('text:start-value'))) },
  'text:list-header': { open: ({ lists }) => lists.openItem(false, undefined) },
  /** LibreOffice repeats here, for others, the number that it counts itself. */
  'text:number': SKIPPED,

  'table:table': {
    open: (body) => {
      const style = body.xml.attribute('table:style-name')
      beginPage(body, 'table', style)
      body.openTable(style)
    },
    close: (body) => body.closeTable(),
  },
  'table:table-row': {
    open: (body) => {
      const { xml } = body
      if (isUnseenRow(body)) body.skipHidden()
      else body.openRow(countOf(xml.attribute('table:number-rows-repeated')), xml.attribute('table:style-name'))
    },
    close: (body) => body.closeRow(),
  },
  'table:table-row-group': {
    open: (body) => {
      if (body.xml.attribute('table:display') === 'false') body.skipHidden()
    },
  },
  'table:table-cell': {
    open: (body) => {
      const { xml } = body
      const stored = xml.attribute('office:value-type') === 'float' ? Number(xml.attribute('office:value') ?? Number.NaN) : Number.NaN
      const cell = {
        columnSpan: countOf(xml.attribute('table:number-columns-spanned')),
        rowSpan: countOf(xml.attribute('table:number-rows-spanned')),
        repeated: countOf(xml.attribute('table:number-columns-repeated')),
        stored: Number.isNaN(stored) ? undefined : stored,
      }
      body.openCell(cell, xml.attribute('table:style-name'))
    },
    close: (body) => body.closeCell(),
  },
  'table:covered-table-cell': {
    open: ({ table, xml }) => {
      table?.coverPlaces(countOf(xml.attribute('table:number-columns-repeated')))
      xml.skip()
    },
  },

  'draw:frame': {
    open: (body) => {
      body.isPictured = false
      if (isNotDrawn(body)) body.skipHidden()
    },
  },
  'draw:image': {
    open: (body) => {
      // A picture may be there in several formats.
      if (!body.isPictured) body.addPicture()
      body.isPictured = true
      body.xml.skip()
    },
  },
  'draw:text-box': TEXT_BOX,
  'draw:custom-shape': TEXT_BOX,
  'draw:rect': TEXT_BOX,
  'draw:ellipse': TEXT_BOX,
  'draw:polygon': TEXT_BOX,
  'draw:caption': TEXT_BOX,
  'draw:line': SKIPPED,
  // An equation or sheet that stands here as an object of its own.
  'draw:object': {
    open: (body) => {
      body.doubt('shown-otherwise')
      body.xml.skip()
    },
  },
  'svg:title': SKIPPED,
  'svg:desc': SKIPPED,

  'text:tracked-changes': {
    open: (body) => {
      body.remarks.add('tracked-changes-accepted')
      body.xml.skip()
    },
  },
  'text:note': SKIPPED,
  'text:ruby-text': SKIPPED,
  'text:script': SKIPPED,
  'office:annotation': SKIPPED,
  'text:sequence-decls': SKIPPED,
}

/** Walks the whole body once. */
export const walkBody = walker<Body>({ handlers: HANDLERS, root: 'office:text', text: (body) => body.addRaw(body.xml.text()) })
