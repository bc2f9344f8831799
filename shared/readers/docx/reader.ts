import { findMainPart, partOfType, readPart, readRelationships } from '../ooxml/package.ts'
import { type Content, type Reader, type ReadTools, UnreadableError } from '../reader.ts'
import { openZip, type Zip } from '../zip/zip.ts'
import { BodyReader } from './body.ts'
import { Numbering } from './numbering.ts'
import { readNumberingPart } from './numbering-part.ts'
import { readStyles, type Style } from './styles.ts'

const MAIN_TYPE = /wordprocessingml\.document\.main\+xml|ms-word\.document\.macroEnabled\.main\+xml|wordprocessingml\.template\.main\+xml/

/** Automatic numbers stand in parts of their own, which are unpacked only where a paragraph may have one: by itself, or by its style. */
const loadNumbering = async (zip: Zip, main: string, numbered: BodyReader['numbered']): Promise<Numbering | undefined> => {
  if (numbered === 'not') return undefined
  const parts = await readRelationships(zip, main)
  const [numbering, styles] = [partOfType(parts, 'numbering'), partOfType(parts, 'styles')]
  if (numbering === undefined) return undefined
  const stylesPart = styles === undefined ? undefined : await readPart(zip, styles)
  const known = stylesPart === undefined ? new Map<string, Style>() : readStyles(stylesPart)
  if (numbered === 'by-style' && ![...known.values()].some(({ numId }) => numId !== undefined)) return undefined
  const numberingPart = await readPart(zip, numbering)
  return numberingPart && new Numbering(readNumberingPart(numberingPart), known)
}

const readPackage = async (bytes: Uint8Array, tools: ReadTools): Promise<Content> => {
  const zip = openZip(bytes, tools)
  const main = await findMainPart(zip, MAIN_TYPE, 'word/document.xml')
  const xml = await readPart(zip, main)
  if (xml === undefined) throw new UnreadableError('damaged')
  let body = new BodyReader(xml, tools.limits)
  body.read()
  const numbering = await loadNumbering(zip, main, body.numbered)
  if (numbering !== undefined) {
    // Few files have automatic numbers. They are walked a second time, for the labels count up from the first paragraph on.
    body = new BodyReader(xml, tools.limits, numbering)
    body.read()
  }
  return { blocks: body.blocks, remarks: body.remarks }
}

/** Reads Word's own format, also as WPS and LibreOffice write it. */
export const docxReader: Reader = { format: 'docx', read: readPackage }
