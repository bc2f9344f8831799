import { strFromU8, unzipSync } from 'fflate'
import { zipParts } from '../zip-parts.ts'

/** Packages written in unusual ways that programs write, or that people make of them; what stands in them is the same. */

export type Disguise = (bytes: Uint8Array) => Uint8Array
type Parts = Readonly<Record<string, Uint8Array>>

const repacked =
  (change: (parts: Parts) => Readonly<Record<string, string | Uint8Array>>, stored: readonly string[] = []): Disguise =>
  (bytes) =>
    zipParts(change(unzipSync(bytes)), stored)

const renamed = (rename: (name: string) => string): Disguise =>
  repacked((parts) => Object.fromEntries(Object.entries(parts).map(([name, content]) => [rename(name), content])))

/** As old programs of .NET write names; the writer here would make folders of them, so the letters are put in afterwards. */
export const backslashes: Disguise = (bytes) => {
  const copy = bytes.slice()
  const names = Object.keys(unzipSync(bytes)).filter((name) => name.includes('/'))
  const text = new TextDecoder('latin1').decode(copy)
  for (const name of names)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
      for (let index = 0; index < name.length; index++) if (name[index] === '/') copy[at + index] = 0x5c
  return copy
}

export const capitals: Disguise = renamed((name) => name.replace(/[a-z]+(?=\/)/, (folder) => folder.toUpperCase()))

export const withPart = (name: string, content: Uint8Array): Disguise => repacked((parts) => ({ ...parts, [name]: content }), [name])

const MIMETYPE = 'mimetype'
export const mimetypePacked: Disguise = repacked((parts) => parts)
export const mimetypeLast: Disguise = repacked(
  ({ [MIMETYPE]: type = new Uint8Array(), ...parts }) => ({ ...parts, [MIMETYPE]: type }),
  [MIMETYPE],
)
export const mimetypeMissing: Disguise = repacked(({ [MIMETYPE]: _, ...parts }) => parts)

const MANIFEST = 'META-INF/manifest.xml'
/** As OpenOffice 1 and 2 wrote it. */
export const manifestWithDoctype: Disguise = repacked((parts) => ({
  ...parts,
  [MANIFEST]: strFromU8(parts[MANIFEST] ?? new Uint8Array()).replace(
    '?>\n',
    '?>\n<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">\n',
  ),
}))

const withoutDeclaration = (xml: Uint8Array | undefined): string => strFromU8(xml ?? new Uint8Array()).replace(/^<\?xml[^>]*>\s*/, '')
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** All parts in one file of XML, as Word saves it. */
export const flatOpc: Disguise = (bytes) =>
  utf8(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<?mso-application progid="Word.Document"?>\n<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${Object.entries(
      unzipSync(bytes),
    )
      .filter(([name]) => name !== '[Content_Types].xml')
      .map(
        ([name, part]) =>
          `<pkg:part pkg:name="/${name}" pkg:contentType="application/xml"><pkg:xmlData>${withoutDeclaration(part)}</pkg:xmlData></pkg:part>`,
      )
      .join('')}</pkg:package>`,
  )

/** The same of OpenDocument, as LibreOffice saves it. */
export const flatOdf: Disguise = (bytes) =>
  utf8(
    `<?xml version="1.0" encoding="UTF-8"?>\n${withoutDeclaration(unzipSync(bytes)['content.xml'])
      .replace('<office:document-content ', '<office:document office:mimetype="application/vnd.oasis.opendocument.text" ')
      .replace('</office:document-content>', '</office:document>')}`,
  )

/** Packed by hand, in a folder, with what a Mac adds. */
export const zipped =
  (name: string): Disguise =>
  (bytes) =>
    zipParts({ '年报/': new Uint8Array(), [`年报/${name}`]: bytes, '__MACOSX/年报/._报告': new Uint8Array(8) })

/** A page of links before the report, which the head of the message passes over by naming the report. */
const reportNamed: Disguise = (bytes) => {
  const message = new TextDecoder('latin1').decode(bytes)
  const [, boundary = ''] = /boundary="([^"]+)"/.exec(message) ?? []
  const links = `--${boundary}\r\nContent-Type: text/html\r\n\r\n<table><tr><td>2<td>18</table>\r\n`
  const named = message
    .replace('type="text/html";', 'type="text/html"; start="<report@localhost>";')
    .replace(`--${boundary}\r\n`, `${links}--${boundary}\r\nContent-ID: <report@localhost>\r\n`)
  return Uint8Array.from(named, (letter) => letter.charCodeAt(0))
}

/** Those that the matrix of forms goes through, each with the formats that can be packed so. */
export const PACKAGE_DISGUISES = {
  backslashes: { of: ['docx', 'xlsx', 'ofd'], disguise: backslashes },
  capitals: { of: ['docx', 'xlsx', 'ofd'], disguise: capitals },
  zipped: { of: ['docx', 'xls', 'pdf'], disguise: zipped('报告') },
  'mimetype packed': { of: ['odt'], disguise: mimetypePacked },
  'mimetype last': { of: ['odt'], disguise: mimetypeLast },
  'mimetype missing': { of: ['odt'], disguise: mimetypeMissing },
  'start named': { of: ['mht'], disguise: reportNamed },
} as const satisfies Readonly<Record<string, { readonly of: readonly string[]; readonly disguise: Disguise }>>
export type PackageDisguise = keyof typeof PACKAGE_DISGUISES
