import { type Content, type Reader, type ReadTools, UnreadableError } from '../reader.ts'
import { END, OPEN, XmlScanner } from '../xml/scanner.ts'
import { xmlBytes } from '../xml/xml-bytes.ts'
import { openZip, type Zip } from '../zip/zip.ts'
import { Body } from './body.ts'
import { walkBody } from './body-elements.ts'
import { ODF } from './names.ts'
import { Styles } from './styles.ts'

const readPart = async (zip: Zip, name: string): Promise<Uint8Array | undefined> => {
  const bytes = await zip.read(name)
  return bytes && xmlBytes(bytes)
}

/** What the list of parts says: the type of the whole, and whether a password shuts the parts, one by one. */
const readManifest = (manifest: Uint8Array | undefined): { readonly type?: string; readonly encrypted: boolean } => {
  if (manifest === undefined) return { encrypted: false }
  let type: string | undefined
  let encrypted = false
  const xml = new XmlScanner(manifest, ODF)
  for (let token = xml.next(); token !== END; token = xml.next()) {
    if (token !== OPEN) continue
    if (xml.name === 'manifest:encryption-data') encrypted = true
    if (xml.name === 'manifest:file-entry' && xml.attribute('manifest:full-path') === '/') type = xml.attribute('manifest:media-type')
  }
  return { ...(type !== undefined && { type }), encrypted }
}

const TEXT_TYPE = 'application/vnd.oasis.opendocument.text'
/** OpenOffice 1, from before OpenDocument. */
const BEFORE_OPEN_DOCUMENT = 'application/vnd.sun.xml.'

const refuseOtherTypes = (type: string): void => {
  if (type.startsWith(BEFORE_OPEN_DOCUMENT)) throw new UnreadableError('old-format', undefined, null)
  if (type !== '' && !type.startsWith(TEXT_TYPE)) throw new UnreadableError('other-format', 'OpenDocument', null)
}

type Parts = { readonly content: Uint8Array; readonly styles?: Uint8Array | undefined }

/** The parts of a package. Its type may be packed, stand anywhere, or be left to the list of parts. */
const readPackage = async (bytes: Uint8Array, tools: ReadTools): Promise<Parts> => {
  const zip = openZip(bytes, tools)
  const mimetype = await zip.read('mimetype')
  const manifest = readManifest(await readPart(zip, 'META-INF/manifest.xml'))
  refuseOtherTypes((mimetype && new TextDecoder().decode(mimetype).trim()) ?? manifest.type ?? '')
  if (manifest.encrypted) throw new UnreadableError('encrypted')
  const content = await readPart(zip, 'content.xml')
  if (content === undefined) throw new UnreadableError('damaged')
  return { content, styles: await readPart(zip, 'styles.xml') }
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/** Reads OpenDocument text, as LibreOffice and WPS write it: a package, or all its parts in one file of XML. */
export const odtReader: Reader = async (bytes, tools): Promise<Content> => {
  const { content, styles: common } = isZip(bytes) ? await readPackage(bytes, tools) : { content: xmlBytes(bytes), styles: undefined }
  const styles = new Styles()
  if (common !== undefined) styles.take(common)
  styles.take(content)
  const body = new Body(content, styles, tools.limits)
  walkBody(body)
  return { blocks: body.blocks, remarks: body.remarks }
}
