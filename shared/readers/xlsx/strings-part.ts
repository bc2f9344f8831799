import type { Font, Run } from '../seen-text/seen-text.ts'
import { CLOSE, END, OPEN, TEXT, XmlScanner } from '../xml/scanner.ts'
import { readFont } from './fonts.ts'
import { SPREADSHEET } from './vocabulary.ts'

/** Letters that XML cannot hold are written `_x000D_`. */
const decodeEscapes = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text

/** The text of the element `t` just opened, to its end. */
const readText = (xml: XmlScanner): string => {
  let text = ''
  for (let token = xml.next(); token === TEXT; token = xml.next()) text += xml.text()
  return decodeEscapes(text).replaceAll('\r\n', '\n')
}

/** Reads the text whose element (`si`, `is`) was just opened, to its end: its runs, without the readings set above letters. */
export const readRuns = (xml: XmlScanner): Run[] => {
  const runs: Run[] = []
  const depth = xml.depth
  let font: Font | undefined
  for (let token = xml.next(); token !== END && !(token === CLOSE && xml.depth < depth); token = xml.next()) {
    if (token !== OPEN) continue
    if (xml.name === 's:rPh') xml.skip()
    else if (xml.name === 's:rPr') font = readFont(xml)
    else if (xml.name === 's:r') font = undefined
    else if (xml.name === 's:t') runs.push({ text: readText(xml), ...(font && { font }) })
  }
  return runs
}

/** The texts that cells share, each as its runs. */
export const readStrings = (part: Uint8Array | undefined): readonly (readonly Run[])[] => {
  if (part === undefined) return []
  const xml = new XmlScanner(part, SPREADSHEET)
  const strings: Run[][] = []
  for (let token = xml.next(); token !== END; token = xml.next()) if (token === OPEN && xml.name === 's:si') strings.push(readRuns(xml))
  return strings
}
