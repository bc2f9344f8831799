import { type Handler, type Handlers, walker } from '../body-flow/walk.ts'
import type { Body } from './body.ts'
import { countOf } from './names.ts'

const styleName = ({ xml }: Body): string | undefined => xml.attribute('text:style-name')
const skip = (body: Body): void => body.xml.skip()

const beginPage = (body: Body, family: string, style: string | undefined): void => {
  if (body.notesPages && body.table === undefined && body.styles.breaksBefore(family, style)) body.pages.turn('person')
}

const openParagraph = (body: Body): void => {
  const style = styleName(body)
  if (body.styles.isHidden('paragraph', style)) {
    body.leaveOut()
    return
  }
  beginPage(body, 'paragraph', style)
  const level = body.xml.name === 'text:h' && body.xml.attribute('text:is-list-header') !== 'true'
  body.openParagraph(level ? countOf(body.xml.attribute('text:outline-level')) : undefined)
}
const PARAGRAPH: Handler<Body> = { open: openParagraph, close: (body) => body.closeParagraph() }

/** Shapes may have words on them like a text box. */
const TEXT_BOX: Handler<Body> = { open: (body) => body.openTextBox(), close: (body) => body.closeTextBox() }
const isHidden = ({ xml }: Body): boolean => xml.attribute('text:is-hidden') === 'true'
const SKIPPED: Handler<Body> = { open: skip }

/** Says text in place of an element. */
const says = (words: (body: Body) => string): Handler<Body> => ({ open: (body) => body.addText(words(body)) })

const startOf = (stated: string | undefined): number | undefined => (stated === undefined ? undefined : countOf(stated))

const HANDLERS: Handlers<Body> = {
  'office:text': {
    open: (body) => {
      body.notesPages = body.xml.attribute('text:use-soft-page-breaks') === 'true'
    },
  },
  'text:p': PARAGRAPH,
  'text:h': PARAGRAPH,
  'text:span': {
    open: (body) => {
      if (body.styles.isHidden('text', styleName(body))) body.leaveOut()
    },
  },
  'text:section': {
    open: (body) => {
      if (body.xml.attribute('text:display') === 'none') body.leaveOut()
    },
  },
  'text:hidden-text': {
    open: (body) => {
      if (isHidden(body)) body.leaveOut()
    },
  },
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
      beginPage(body, 'table', body.xml.attribute('table:style-name'))
      body.openTable()
    },
    close: (body) => body.closeTable(),
  },
  'table:table-row': {
    open: ({ table, xml }) => table?.beginRow(countOf(xml.attribute('table:number-rows-repeated'))),
    close: ({ table }) => table?.endRow(),
  },
  'table:table-cell': {
    open: (body) => {
      const { xml } = body
      body.openCell({
        columnSpan: countOf(xml.attribute('table:number-columns-spanned')),
        rowSpan: countOf(xml.attribute('table:number-rows-spanned')),
        repeated: countOf(xml.attribute('table:number-columns-repeated')),
      })
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
  'draw:object': SKIPPED,
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
  'office:forms': SKIPPED,
  'text:sequence-decls': SKIPPED,
}

/** Walks the whole body once. */
export const walkBody = walker<Body>({ handlers: HANDLERS, root: 'office:text', text: (body) => body.paragraph?.addRaw(body.xml.text()) })
