import { openPackage } from '../ooxml/flat-package.ts'
import { findMainPart, partOfType, readPart, readRelationships } from '../ooxml/package.ts'
import { type Content, type Reader, type ReadLimits, type ReadTools, UnreadableError } from '../reader.ts'
import type { Zip } from '../zip/zip.ts'
import { Body } from './body.ts'
import { walkBody } from './body-elements.ts'
import { withChunks } from './chunks.ts'
import { Numbering } from './numbering.ts'
import { readNumberingPart } from './numbering-part.ts'
import { readStyles, Styles } from './styles.ts'

const MAIN_TYPE = /wordprocessingml\.document\.main\+xml|ms-word\.document\.macroEnabled\.main\+xml|wordprocessingml\.template\.main\+xml/

/** Automatic numbers stand in a part of their own, which is unpacked only where a paragraph may have one: by itself, or by its style. */
const loadNumbering = async (
  zip: Zip,
  part: string | undefined,
  styles: Styles,
  numbered: Body['numbered'],
): Promise<Numbering | undefined> => {
  if (numbered === 'not' || part === undefined) return undefined
  if (numbered === 'by-style' && ![...styles.byId.values()].some(({ numId }) => numId !== undefined)) return undefined
  const bytes = await readPart(zip, part)
  return bytes && new Numbering(readNumberingPart(bytes), styles)
}

const readBody = (xml: Uint8Array, limits: ReadLimits, styles: Styles, numbering?: Numbering): Body => {
  const body = new Body(xml, limits, styles, numbering)
  walkBody(body)
  body.endWaiting()
  return body
}

const readPackage = async (bytes: Uint8Array, tools: ReadTools): Promise<Content> => {
  const zip = openPackage(bytes, tools)
  const main = await findMainPart(zip, MAIN_TYPE, 'word/document.xml')
  const xml = await readPart(zip, main)
  if (xml === undefined) throw new UnreadableError('damaged')
  const parts = await readRelationships(zip, main)
  const [numberingPart, stylesPart] = [partOfType(parts, 'numbering'), partOfType(parts, 'styles')]
  const stylesXml = stylesPart === undefined ? undefined : await readPart(zip, stylesPart)
  const styles = stylesXml === undefined ? new Styles() : readStyles(stylesXml)
  let body = readBody(xml, tools.limits, styles)
  const numbering = await loadNumbering(zip, numberingPart, styles, body.numbered)
  if (numbering !== undefined) {
    // Few files have automatic numbers. They are walked a second time, for the labels count up from the first paragraph on.
    body = readBody(xml, tools.limits, styles, numbering)
  }
  if (body.chunks.length === 0) return { blocks: body.blocks, remarks: body.remarks }
  const { blocks, remarks } = await withChunks(body.blocks, body.chunks, { zip, parts, tools })
  return { blocks, remarks: new Set([...body.remarks, ...remarks]) }
}

/** Reads Word's own format, also as WPS and LibreOffice write it. */
export const docxReader: Reader = readPackage
