import { type DecoyKind, piecesOf } from '../decoys.ts'
import { cell, cutAt, placed, type SampleCell, type SampleDocument, type SampleTable } from '../sample-document.ts'
import { zipParts } from '../zip-parts.ts'

export const ODT_LAYOUTS = ['official', 'repeated-columns', 'split-tables', 'nested'] as const
export type OdtLayout = (typeof ODT_LAYOUTS)[number]

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Runs of blanks are elements in this format. */
const words = (text: string): string => escapeXml(text).replace(/ {2,}/g, (blanks) => ` <text:s text:c="${blanks.length - 1}"/>`)

const paragraph = (text: string): string => `<text:p text:style-name="Standard">${words(text)}</text:p>`

/** The ways in which LibreOffice sets letters that are no part of a figure. */
const WAYS: Readonly<Record<DecoyKind, readonly string[]>> = {
  raised: ['style:text-position="super 58%"', 'style:text-position="33% 58%"'],
  struck: ['style:text-line-through-style="solid"', 'style:text-line-through-type="double"'],
  hidden: ['text:display="none"', 'fo:color="#ffffff"', 'fo:font-size="1pt"', 'fo:color="#00ff00" fo:background-color="#00ff00"'],
}
const DECOY_STYLES = Object.entries(WAYS)
  .flatMap(([kind, ways]) => ways.map((way, index) => [`${kind}${index}`, way]))
  .map(([name, way]) => `<style:style style:name="${name}" style:family="text"><style:text-properties ${way}/></style:style>`)
  .join('')

const cellParagraph = (each: SampleCell): string => {
  const pieces = piecesOf(each).map(({ kind, text }) =>
    kind === 'plain' ? words(text) : `<text:span text:style-name="${kind}${Number(text) % WAYS[kind].length}">${text}</text:span>`,
  )
  return `<text:p text:style-name="Standard">${pieces.join('')}</text:p>`
}
const COVERED = '<table:covered-table-cell/>'

/** A row's cells and covered places; in `repeated`, equal neighbours are written once with a count. */
const rowXml = (cells: readonly string[], repeated: boolean): string => {
  const parts: string[] = []
  let count = 0
  cells.forEach((xml, index) => {
    count += 1
    if (repeated && cells[index + 1] === xml) return
    parts.push(count === 1 ? xml : xml.replace(/^<(table:[\w-]+)/, `<$1 table:number-columns-repeated="${count}"`))
    count = 0
  })
  return `<table:table-row>${parts.join('')}</table:table-row>`
}

const tableXml = (table: SampleTable, name: string, repeated: boolean, content?: string): string => {
  const rows = table.rows.map(() => Array.from({ length: table.columns }, () => COVERED))
  for (const { cell: each, row, column } of placed(table)) {
    const spans =
      (each.columnSpan > 1 || each.rowSpan > 1) &&
      ` table:number-columns-spanned="${each.columnSpan}" table:number-rows-spanned="${each.rowSpan}"`
    const line = rows[row]
    if (line !== undefined)
      line[column] = `<table:table-cell${spans || ''} office:value-type="string">${content ?? cellParagraph(each)}</table:table-cell>`
  }
  const xml = rows.map((cells) => rowXml(cells, repeated))
  const head = table.headRows > 0 ? `<table:table-header-rows>${xml.slice(0, table.headRows).join('')}</table:table-header-rows>` : ''
  return `<table:table table:name="${name}"><table:table-column table:number-columns-repeated="${table.columns}"/>${head}${xml.slice(table.headRows).join('')}</table:table>`
}

const NAMESPACES = [
  ...['office', 'text', 'table', 'style'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`),
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
].join(' ')
const MIME = 'application/vnd.oasis.opendocument.text'
const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
const MANIFEST = `${XML}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="${MIME}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`

export const writeOdt = (document: SampleDocument, layout: OdtLayout): Uint8Array => {
  const body = document.blocks.flatMap((block, index) => {
    if (block.kind === 'text') return [paragraph(block.text)]
    if (block.kind !== 'table') return [`<text:h text:outline-level="${block.kind === 'title' ? 1 : 2}">${words(block.text)}</text:h>`]
    const tables = layout === 'split-tables' && block.rows.length > 20 ? cutAt(block, 13) : [block]
    return tables.map((table, part) => tableXml(table, `表${index}.${part}`, layout === 'repeated-columns'))
  })
  const frame = { kind: 'table', rows: [[cell('')]], columns: 1, headRows: 0 } as const
  const content = layout === 'nested' ? tableXml(frame, '版式', false, body.join('')) : body.join('')
  const parts = {
    mimetype: MIME,
    'META-INF/manifest.xml': MANIFEST,
    'content.xml': `${XML}<office:document-content ${NAMESPACES} office:version="1.2"><office:automatic-styles>${DECOY_STYLES}</office:automatic-styles><office:body><office:text>${content}</office:text></office:body></office:document-content>`,
  }
  return zipParts(parts, ['mimetype'])
}
