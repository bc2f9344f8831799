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

/** A password shuts the parts one by one; only the list of parts stays legible. */
const isEncrypted = (manifest: Uint8Array | undefined): boolean => {
  if (manifest === undefined) return false
  const xml = new XmlScanner(manifest, ODF)
  for (let token = xml.next(); token !== END; token = xml.next()) if (token === OPEN && xml.name === 'manifest:encryption-data') return true
  return false
}

const readPackage = async (bytes: Uint8Array, tools: ReadTools): Promise<Content> => {
  const zip = openZip(bytes, tools)
  if (isEncrypted(await readPart(zip, 'META-INF/manifest.xml'))) throw new UnreadableError('encrypted')
  const content = await readPart(zip, 'content.xml')
  if (content === undefined) throw new UnreadableError('damaged')
  const common = await readPart(zip, 'styles.xml')
  const styles = new Styles()
  if (common !== undefined) styles.take(common)
  styles.take(content)
  const body = new Body(content, styles, tools.limits)
  walkBody(body)
  return { blocks: body.blocks, remarks: body.remarks }
}

/** Reads OpenDocument text, as LibreOffice and WPS write it. */
export const odtReader: Reader = { format: 'odt', read: readPackage }
