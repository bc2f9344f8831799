import { zipSync } from 'fflate'
import type { Outline } from '../outline.ts'
import { blocksOf } from '../test-reader.ts'

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const NAMESPACES = [
  `xmlns:w="${W}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ')
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export const documentXml = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`

export const relationships = (targets: Record<string, string>): string =>
  `<Relationships xmlns="${RELATIONSHIPS}">${Object.entries(targets)
    .map(([type, target], index) => `<Relationship Id="rId${index}" Type="${TYPE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

export const zipOf = (parts: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? new TextEncoder().encode(part) : part]),
    ),
  )

/** A docx of this body; `parts` come beside the document, or in its place. */
export const docxOf = (body: string, parts: Record<string, string | Uint8Array> = {}): Uint8Array =>
  zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships({ officeDocument: 'word/document.xml' }),
    'word/_rels/document.xml.rels': relationships({ numbering: 'numbering.xml', styles: 'styles.xml' }),
    'word/document.xml': documentXml(body),
    ...parts,
  })

/** The blocks that the reader makes of a docx of this body. */
export const blocksIn = (body: string, parts?: Record<string, string | Uint8Array>): Promise<Outline> =>
  blocksOf('docx', docxOf(body, parts))

export const t = (text: string): string => `<w:t xml:space="preserve">${text}</w:t>`
export const r = (content: string): string => `<w:r>${content}</w:r>`
export const p = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`
/** A paragraph of one run of text. */
export const line = (text: string): string => p(r(t(text)))
export const tc = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
export const tr = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
export const tbl = (...rows: string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`
