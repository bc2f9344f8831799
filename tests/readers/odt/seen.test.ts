import { type Reads, testReader } from '../test-reader.ts'
import { cell, type OdtParts, odtOf, p, row, table } from './odt-file.ts'

const HIDDEN = ['hidden-text-left-out'] as const
const STRUCK = ['struck-text-left-out'] as const

const style = (name: string, text: string, { family = 'text', more = '', layout = '' } = {}): string =>
  `<style:style style:name="${name}" style:family="${family}"${more}>${layout}<style:text-properties ${text}/></style:style>`
const span = (content: string, name = 'S'): string => `<text:span text:style-name="${name}">${content}</text:span>`
const read = (blocks: Reads['blocks'], body: string, remarks: Reads['remarks'] = [], parts: OdtParts = {}): Reads => ({
  file: odtOf(body, parts),
  blocks,
  remarks,
})
/** A figure with a digit beside it that is set so. */
const beside = (text: string, properties: string, remarks: Reads['remarks'] = []): Reads =>
  read([text], p(`18${span('1')}`), remarks, { styles: style('S', properties) })
const ground = (family: string, color: string): string =>
  `<style:style style:name="G" style:family="${family}"><style:${family}-properties fo:background-color="${color}"/></style:style>`
const WHITE = style('S', 'fo:color="#ffffff"')

const TEXTS: Record<string, Reads> = {
  'superscripts apart from figures': beside('18¹', 'style:text-position="super 58%"'),
  'raised digits apart from figures': beside('18¹', 'style:text-position="33% 58%"'),
  'subscripts apart from figures': beside('18₁', 'style:text-position="sub 58%"'),
  'digits evened out as they are': beside('181', 'style:text-position="5% 100%"'),
  'figures raised as a whole as they are': read(['18'], p(span('1') + span('8')), [], {
    styles: style('S', 'style:text-position="33% 58%"'),
  }),
  'raised digits by a style of the file': read(['18¹'], p(`18${span('1', 'T')}`), [], {
    styles: style('T', '', { more: ' style:parent-style-name="B"' }),
    common: style('B', 'style:text-position="super 58%"'),
  }),
  'no text struck out': beside('18', 'style:text-line-through-style="solid"', STRUCK),
  'no text struck out twice': beside('18', 'style:text-line-through-type="double"', STRUCK),
  'text of which a line was taken': beside('181', 'style:text-line-through-style="none" style:text-line-through-type="none"'),
  'no paragraph struck out by its style': read(['乙'], p('甲', 'P') + p('乙'), STRUCK, {
    styles: style('P', 'style:text-line-through-style="solid"', { family: 'paragraph' }),
  }),
  'a span that is plain in a paragraph struck out': read(['乙'], p(`甲${span('乙')}`, 'P'), STRUCK, {
    styles:
      style('P', 'style:text-line-through-style="solid"', { family: 'paragraph' }) + style('S', 'style:text-line-through-style="none"'),
  }),
  'no white text': beside('18', 'fo:color="#ffffff"', HIDDEN),
  'no letters of a point': beside('18', 'fo:font-size="1pt"', HIDDEN),
  'no letters without a share of their height': beside('18', 'fo:font-size="1%"', HIDDEN),
  'no text in the colour of its ground': beside('18', 'fo:color="#ff0000" fo:background-color="#ff0000"', HIDDEN),
  'no text that lets all shine through': beside('18', 'fo:color="#000000" loext:opacity="0%"', HIDDEN),
  'text of the usual colour, whatever stands beside it': beside('181', 'style:use-window-font-color="true" loext:opacity="0%"'),
  'white text on the dark ground of its paragraph': read(['18'], `<text:p text:style-name="G">${span('18')}</text:p>`, [], {
    styles: WHITE + ground('paragraph', '#003366'),
  }),
  'white text on the dark ground of its cell': read([[['0:18']]], table(row(cell(p(span('18')), 'table:style-name="G"'))), [], {
    styles: WHITE + ground('table-cell', '#003366'),
  }),
  'white text on the dark ground of its table': read(
    [[['0:18']]],
    table(row(cell(p(span('18'))))).replace('<table:table>', '<table:table table:style-name="G">'),
    [],
    { styles: WHITE + ground('table', '#003366') },
  ),
  'no text on a ground of its colour': read([[['0:18']]], table(row(cell(p(`18${span('2')}`), 'table:style-name="G"'))), HIDDEN, {
    styles: style('S', 'fo:color="#003366"') + ground('table-cell', '#003366'),
  }),
  'no section that a condition hides': read(
    ['乙'],
    `<text:section text:display="condition" text:is-hidden="true">${p('甲')}</text:section>${p('乙')}`,
    HIDDEN,
  ),
  'no shape that is not drawn': read(
    ['甲'],
    p(`甲<draw:frame draw:display="none"><draw:text-box>${p('藏')}</draw:text-box></draw:frame>`),
    HIDDEN,
  ),
  'symbols of their fonts': read(['①✓'], p(span('\uf081\uf0fc')), [], { styles: style('S', 'style:font-name="Wingdings"') }),
}

const UNSEEN_ROW = (attributes: string): string => row(cell(p('藏'))).replace('<table:table-row>', `<table:table-row ${attributes}>`)
const ROWS: Record<string, Reads> = {
  'no rows folded in or filtered out': read(
    [[['0:见']]],
    table(UNSEEN_ROW('table:visibility="collapse"'), UNSEEN_ROW('table:visibility="filter"'), row(cell(p('见')))),
    HIDDEN,
  ),
  'no rows without height': read([[['0:见']]], table(UNSEEN_ROW('table:style-name="R"'), row(cell(p('见')))), HIDDEN, {
    styles: '<style:style style:name="R" style:family="table-row"><style:table-row-properties style:row-height="0.01cm"/></style:style>',
  }),
  'no rows of hidden text': read([[['0:见']]], table(row(cell(p(span('藏'))), cell('')), row(cell(p('见')))), HIDDEN, { styles: WHITE }),
}

const inCell = (text: string, content: string): Reads => read([[[text]]], table(row(cell(p(content)))))
const NAMESPACES =
  'xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"'
const forms = (controls: string): string => `<office:forms ${NAMESPACES}><form:form>${controls}</form:form></office:forms>`
const shown = (text: string, control: string): Reads =>
  read([[[text]]], forms(control) + table(row(cell(p('<draw:control draw:control="c1"/>')))))
const VALUES: Record<string, Reads> = {
  'what stands in a field': inCell('0:18', '<text:text-input>18</text:text-input>'),
  'the choice of a list': inCell('0:18', '<text:drop-down><text:label text:value="5"/><text:label text:value="18"/>18</text:drop-down>'),
  'the choice of a list from Word': inCell(
    '0:18',
    `<field:fieldmark ${NAMESPACES}><field:param field:name="Dropdown_Selected" field:value="1"/><field:param field:name="Dropdown_ListEntry" field:value="5"/><field:param field:name="Dropdown_ListEntry" field:value="18"/></field:fieldmark>`,
  ),
  'what a control of a form holds': shown('0:18', '<form:text form:id="c1" form:value="5" form:current-value="18"/>'),
  'what is chosen in a control': shown(
    '0:18',
    '<form:listbox form:id="c1"><form:option form:label="5"/><form:option form:label="18" form:current-selected="true"/></form:listbox>',
  ),
  'a control that is not known: not certain': inCell('0?shown-otherwise:', '<draw:control draw:control="c2"/>'),
  'an object: not certain': inCell('0?shown-otherwise:', '<draw:frame><draw:object/></draw:frame>'),
  'a text that asks for a value: no number is certain in it': inCell('0?shown-otherwise:填0', '<text:placeholder>填0</text:placeholder>'),
  'no variable that is not shown': inCell('0:18', '<text:variable-set text:display="none">2</text:variable-set>18'),
  'a number that is stored as it is shown': read(
    [[['0:18.5']]],
    table(row(cell(p('18.5'), 'office:value-type="float" office:value="18.49"'))),
  ),
  'another number than is stored: not certain': read(
    [[['0?shown-otherwise:18']]],
    table(row(cell(p('18'), 'office:value-type="float" office:value="218"'))),
  ),
}

testReader('odt', { reads: { ...TEXTS, ...ROWS, ...VALUES } })
