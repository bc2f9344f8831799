import { cell, cutAt, cutWithHead, type SampleDocument, type SampleTable, type SampleText } from '../sample-document.ts'
import { zipParts } from '../zip-parts.ts'
import { DECOY_STYLES } from './decoy-runs.ts'
import { docxTable, type Style } from './docx-table.ts'
import { jittered } from './jittered.ts'
import { STYLES } from './styles.ts'

export const DOCX_LAYOUTS = [
  'official',
  'split-runs',
  'split-tables',
  'repeated-head',
  'tracked-changes',
  'content-controls',
  'nested',
  'jitter-column',
  'automatic-numbers',
] as const
export type DocxLayout = (typeof DOCX_LAYOUTS)[number]

const STYLE: Partial<Record<DocxLayout, Style>> = {
  'split-runs': STYLES.split,
  'repeated-head': STYLES.repeated,
  'tracked-changes': STYLES.tracked,
  'content-controls': STYLES.controls,
}

const RESHAPE: Partial<Record<DocxLayout, (table: SampleTable) => SampleTable[]>> = {
  'split-tables': (table) => (table.rows.length < 20 ? [table] : cutAt(table, 13)),
  'repeated-head': (table) => (table.rows.length < 20 ? [table] : cutWithHead(table, 15)),
  'jitter-column': (table) => [jittered(table)],
}

const PARAGRAPH_STYLE = { title: '<w:pStyle w:val="Title"/>', heading: '<w:pStyle w:val="Heading1"/>', text: '' }
const AUTOMATIC = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'

const paragraph = ({ kind, text }: SampleText, { runs }: Style, automatic: boolean): string => {
  const numbered = automatic && kind === 'heading'
  const words = numbered ? text.replace(/^[一二三四五六]、/, '') : text
  return `<w:p><w:pPr>${PARAGRAPH_STYLE[kind]}${numbered ? AUTOMATIC : ''}</w:pPr>${runs(words)}</w:p>`
}

const NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const PARTS = {
  '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${OFFICE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${OFFICE}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${OFFICE}.numbering+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${RELATIONS}/numbering" Target="numbering.xml"/></Relationships>`,
  'word/styles.xml': `${XML}<w:styles ${NAMESPACES}><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>${DECOY_STYLES}</w:styles>`,
  'word/numbering.xml': `${XML}<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
}

/** The one cell of a layout table that holds the whole report. */
const nested = (body: string): string =>
  docxTable({ kind: 'table', rows: [[cell('')]], columns: 1, headRows: 0 }, STYLES.plain).replace('<w:p>', () => `${body}<w:p>`)

export const writeDocx = (document: SampleDocument, layout: DocxLayout): Uint8Array => {
  const style = STYLE[layout] ?? STYLES.plain
  const reshape = RESHAPE[layout] ?? ((table: SampleTable) => [table])
  const body = document.blocks
    .map((block) =>
      block.kind === 'table'
        ? reshape(block)
            .map((table) => docxTable(table, style))
            .join('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
        : paragraph(block, style, layout === 'automatic-numbers'),
    )
    .join('')
  const content = layout === 'nested' ? nested(body) : body
  return zipParts({
    ...PARTS,
    'word/document.xml': `${XML}<w:document ${NAMESPACES}><w:body>${content}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
  })
}
