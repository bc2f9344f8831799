import type { SampleDocument } from '../sample-document.ts'
import { textWidth } from '../text/pdf-table.ts'
import { zipParts } from '../zip-parts.ts'
import { PAGE, type SetBox, type SetPage, type SetText, setPages } from './page-setter.ts'

/** `cell-boxes`: a closed path for each cell. `rules`: each side a line. `letter-by-letter`: every letter an object of its own.
 * The others are `rules` with what is not to be read: a digit beside each figure that nobody sees, or one that is struck out, or pale dates. */
export const OFD_LAYOUTS = ['cell-boxes', 'rules', 'letter-by-letter', 'unseen', 'struck', 'watermarked'] as const
export type OfdLayout = (typeof OFD_LAYOUTS)[number]

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const mm = (value: number): string => String(Number(value.toFixed(3)))
const advance = (letter: string, size: number): number => (textWidth(letter) * size) / 2

/** Distances from each letter to the next; equal ones are counted, as `g 3 2.1`. */
const deltas = (text: string, size: number): string => {
  const steps = Array.from(text)
    .slice(0, -1)
    .map((letter) => mm(advance(letter, size)))
  const first = steps[0]
  return steps.length > 1 && steps.every((step) => step === first) ? `g ${steps.length} ${first}` : steps.join(' ')
}

type Numbered = (id: number) => string

const textObject =
  ({ x, y, size, text }: SetText, attributes = '', inside = ''): Numbered =>
  (id) => {
    const deltaX = deltas(text, size)
    const boundary = [x, y - size, advance(text, size), size * 1.3].map(mm).join(' ')
    const code = `<ofd:TextCode X="0" Y="${mm(size)}"${deltaX === '' ? '' : ` DeltaX="${deltaX}"`}>${escapeXml(text)}</ofd:TextCode>`
    return `<ofd:TextObject ID="${id}" Boundary="${boundary}" Font="2" Size="${mm(size)}"${attributes}>${inside}${code}</ofd:TextObject>`
  }

const letters = ({ x, y, size, text }: SetText): SetText[] => {
  let at = x
  return Array.from(text).flatMap((letter) => {
    const here = { x: at, y, size, text: letter }
    at += advance(letter, size)
    return letter.trim() === '' ? [] : [here]
  })
}

const path = (x: number, y: number, width: number, height: number, data: string): Numbered => {
  const boundary = [x, y, width, height].map(mm).join(' ')
  return (id) =>
    `<ofd:PathObject ID="${id}" Boundary="${boundary}" LineWidth="0.2"><ofd:StrokeColor Value="0 0 0"/><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`
}

const box = ({ x, y, width, height }: SetBox): Numbered[] => {
  const [w, h] = [mm(width), mm(height)]
  return [path(x, y, width, height, `M 0 0 L ${w} 0 L ${w} ${h} L 0 ${h} C`)]
}

const sides = ({ x, y, width, height }: SetBox): Numbered[] => {
  const [w, h] = [mm(width), mm(height)]
  return [
    path(x, y, width, 0.2, `M 0 0 L ${w} 0`),
    path(x, y + height, width, 0.2, `M 0 0 L ${w} 0`),
    path(x, y, 0.2, height, `M 0 0 L 0 ${h}`),
    path(x + width, y, 0.2, height, `M 0 0 L 0 ${h}`),
  ]
}

const WHITE = '<ofd:FillColor Value="255 255 255"/>'
const ELSEWHERE =
  '<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary="90 90 1 1"><ofd:AbbreviatedData>M 0 0 L 1 0 L 1 1 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>'
/** In one way after the other: attributes of the object, and what stands in it before its letters. */
const UNSEEN: readonly (readonly [attributes: string, inside: string])[] = [
  ['', WHITE],
  [' Fill="false"', ''],
  [' Alpha="0"', ''],
  ['', ELSEWHERE],
  [' Visible="false"', ''],
]

/** What stands at the figure of a cell and is not to be read. */
const besideText = ({ x, y, size, text }: SetText, index: number, layout: OfdLayout): Numbered[] => {
  if (size >= 4 || !/^[\d.,]+$/.test(text)) return []
  const digit = { x: x - size * 0.6, y, size, text: '7' }
  const [attributes, inside] = UNSEEN[index % UNSEEN.length] ?? ['', WHITE]
  if (layout === 'unseen') return [textObject(digit, attributes, inside)]
  return layout === 'struck'
    ? [textObject(digit), path(x - size * 0.62, y - size * 0.35, size * 0.54, 0.1, `M 0 0 L ${mm(size * 0.54)} 0`)]
    : []
}

const TILES = Array.from({ length: 22 * 4 }, (_, index) =>
  textObject({ x: 5 + (index % 4) * 47, y: 10 + Math.floor(index / 4) * 13, size: 4, text: '2025-01-15' }, ' Alpha="35"'),
)

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
const SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const PHYSICAL = `<ofd:PhysicalBox>0 0 ${PAGE.width} ${PAGE.height}</ofd:PhysicalBox>`

/** Ids are one series through the document: the font has 2, pages from 10 on, their objects from 1000 on. */
const pageXml = ({ texts, boxes }: SetPage, layout: OfdLayout, index: number): string => {
  const rulings = boxes.flatMap(layout === 'cell-boxes' ? box : sides)
  const words = (layout === 'letter-by-letter' ? texts.flatMap(letters) : texts).map((text) => textObject(text))
  const beside = layout === 'watermarked' ? TILES : texts.flatMap((text, at) => besideText(text, at, layout))
  const objects = [...rulings, ...beside, ...words].map((write, at) => write(1_000 + index * 100_000 + at))
  return `${XML}<ofd:Page ${SPACE}><ofd:Area>${PHYSICAL}</ofd:Area><ofd:Content><ofd:Layer ID="${100 + index}" Type="Body">${objects.join('')}</ofd:Layer></ofd:Content></ofd:Page>`
}

/** A file of GB/T 33190: positioned text and ruling lines, no table in it. */
export const writeOfd = (document: SampleDocument, layout: OfdLayout): Uint8Array => {
  const pages = setPages(document)
  const places = pages.map((_, index) => `Pages/Page_${index}/Content.xml`)
  const list = places.map((place, index) => `<ofd:Page ID="${10 + index}" BaseLoc="${place}"/>`).join('')
  return zipParts({
    'OFD.xml': `${XML}<ofd:OFD ${SPACE} DocType="OFD" Version="1.0"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0f3a6b1c2d4e5f60718293a4b5c6d7e8</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `${XML}<ofd:Document ${SPACE}><ofd:CommonData><ofd:MaxUnitID>${pages.length * 100_000}</ofd:MaxUnitID><ofd:PageArea>${PHYSICAL}</ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>${list}</ofd:Pages></ofd:Document>`,
    'Doc_0/PublicRes.xml': `${XML}<ofd:Res ${SPACE} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="2" FontName="宋体" FamilyName="宋体"/></ofd:Fonts></ofd:Res>`,
    ...Object.fromEntries(pages.map((page, index) => [`Doc_0/${places[index]}`, pageXml(page, layout, index)])),
  })
}
