import { type Reader, type Reading, type ReadTools, UnreadableError } from '../reader.ts'
import { openZip, type Zip } from '../zip/zip.ts'
import { BodyReader } from './body.ts'
import { Numbering } from './numbering.ts'
import { findMainPart, readPart, readRelationships } from './package.ts'

/** Numbers are in parts of their own, which are unpacked only where a paragraph may have one: by itself or by its style. */
const loadNumbering = async (zip: Zip, main: string, text: string): Promise<Numbering | undefined> => {
  const direct = text.includes('numPr')
  if (!direct && !text.includes('pStyle')) return undefined
  const parts = await readRelationships(zip, main)
  const numbering = parts.get('numbering')
  if (numbering === undefined) return undefined
  const styles = parts.get('styles')
  const stylesXml = styles === undefined ? undefined : await readPart(zip, styles)
  if (!direct && stylesXml?.includes('numPr') !== true) return undefined
  const numberingXml = await readPart(zip, numbering)
  return numberingXml === undefined ? undefined : new Numbering(numberingXml, stylesXml)
}

const readPackage = async (bytes: Uint8Array, tools: ReadTools): Promise<Reading> => {
  const zip = openZip(bytes, tools)
  const main = await findMainPart(zip)
  const text = (await readPart(zip, main)) ?? ''
  const body = new BodyReader(text, tools.limits, await loadNumbering(zip, main, text))
  const blocks = body.read()
  return { document: { format: 'docx', blocks }, remarks: [...body.remarks] }
}

/** Reads Word's own format, also as WPS and LibreOffice write it. */
export const docxReader: Reader = {
  format: 'docx',
  read: async (bytes, tools) => {
    try {
      return await readPackage(bytes, tools)
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error
      const { reason, limit } = error
      return { unreadable: reason, format: 'docx', ...(limit === undefined ? {} : { limit }) }
    }
  },
}
