import { openPackage } from '../ooxml/flat-package.ts'
import { findMainPart, partOfType, readPart, readRelationships } from '../ooxml/package.ts'
import { type Content, type Reader, type ReadLimits, type ReadTools, UnreadableError } from '../reader.ts'
import type { Zip } from '../zip/zip.ts'
import { Body } from './body.ts'
import { walkBody } from './body-elements.ts'
import { Numbering } from './numbering.ts'
import { readNumberingPart } from './numbering-part.ts'
import { readStyles, type Style } from './styles.ts'

const MAIN_TYPE = /wordprocessingml\.document\.main\+xml|ms-word\.document\.macroEnabled\.main\+xml|wordprocessingml\.template\.main\+xml/

/** Automatic numbers stand in parts of their own, which are unpacked only where a paragraph may have one: by itself, or by its style. */
const loadNumbering = async (zip: Zip, main: string, numbered: Body['numbered']): Promise<Numbering | undefined> => {
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

const readBody = (xml: Uint8Array, limits: ReadLimits, numbering?: Numbering): Body => {
  const body = new Body(xml, limits, numbering)
  walkBody(body)
  body.endWaiting()
  return body
}

const readPackage = async (bytes: Uint8Array, tools: ReadTools): Promise<Content> => {
  const zip = openPackage(bytes, tools)
  const main = await findMainPart(zip, MAIN_TYPE, 'word/document.xml')
  const xml = await readPart(zip, main)
  if (xml === undefined) throw new UnreadableError('damaged')
  let body = readBody(xml, tools.limits)
  const numbering = await loadNumbering(zip, main, body.numbered)
  if (numbering !== undefined) {
    // Few files have automatic numbers. They are walked a second time, for the labels count up from the first paragraph on.
    body = readBody(xml, tools.limits, numbering)
  }
  return { blocks: body.blocks, remarks: body.remarks }
}

/** Reads Word's own format, also as WPS and LibreOffice write it. */
export const docxReader: Reader = { format: 'docx', read: readPackage }
