import { zipSync } from 'fflate'

const NAMESPACES = [
  ...['office', 'style', 'text', 'table'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`),
  'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
].join(' ')

const encoder = new TextEncoder()

export type OdtParts = {
  /** Automatic styles of the content. */
  readonly styles?: string
  /** What `styles.xml` holds. */
  readonly common?: string
  readonly manifest?: string
  readonly attributes?: string
}

/** An odt of this body. */
export const odtOf = (body: string, { styles = '', common, manifest = '', attributes = '' }: OdtParts = {}): Uint8Array => {
  const parts: Record<string, string> = {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${manifest}</manifest:manifest>`,
    'content.xml': `<office:document-content ${NAMESPACES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text${attributes}>${body}</office:text></office:body></office:document-content>`,
    ...(common !== undefined && {
      'styles.xml': `<office:document-styles ${NAMESPACES}><office:styles>${common}</office:styles></office:document-styles>`,
    }),
  }
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, [encoder.encode(text), { level: name === 'mimetype' ? 0 : 6 }]])),
  )
}

export const p = (content: string, style = ''): string => `<text:p${style && ` text:style-name="${style}"`}>${content}</text:p>`
export const h = (content: string, level = 1): string => `<text:h text:outline-level="${level}">${content}</text:h>`
export const cell = (content: string, attributes = ''): string => `<table:table-cell ${attributes}>${content}</table:table-cell>`
export const COVERED = '<table:covered-table-cell/>'
export const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`
export const table = (...rows: string[]): string => `<table:table>${rows.join('')}</table:table>`
export const item = (content: string, attributes = ''): string => `<text:list-item ${attributes}>${content}</text:list-item>`
export const list = (style: string, content: string, attributes = ''): string =>
  `<text:list text:style-name="${style}" ${attributes}>${content}</text:list>`
