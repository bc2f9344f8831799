import { zipSync } from 'fflate'

const SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const encoder = new TextEncoder()

export const zipOf = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, encoder.encode(text)])))

const pageOf = (objects: string, head = ''): string =>
  `<ofd:Page ${SPACE}>${head}<ofd:Content><ofd:Layer Type="Body">${objects}</ofd:Layer></ofd:Content></ofd:Page>`

export type OfdParts = {
  /** What stands before the content of every page. */
  readonly head?: string
  /** Objects of the template with ID 9. */
  readonly template?: string
  readonly paper?: string
  readonly more?: Readonly<Record<string, string>>
  /** What the document lists besides its pages. */
  readonly list?: string
}

/** An OFD whose pages hold these objects. */
export const ofdOf = (
  pages: readonly string[],
  { head, template = '', paper = '0 0 210 297', more = {}, list = '' }: OfdParts = {},
): Uint8Array =>
  zipOf({
    'OFD.xml': `<ofd:OFD ${SPACE}><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Doc_0/Document.xml': `<ofd:Document ${SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>${paper}</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0.xml"/></ofd:CommonData>${list}<ofd:Pages>${pages.map((_, index) => `<ofd:Page ID="${index}" BaseLoc="Pages/../Pages/${index}.xml"/>`).join('')}</ofd:Pages></ofd:Document>`,
    'Doc_0/Tpls/Tpl_0.xml': pageOf(template),
    ...Object.fromEntries(pages.map((objects, index) => [`Doc_0/Pages/${index}.xml`, pageOf(objects, head)])),
    ...more,
  })

/** A text object with its base line 4 mm under the top of its boundary, letters 4 mm wide. */
export const text = (
  x: number,
  y: number,
  words: string,
  { object = '', code = `DeltaX="g ${Math.max(1, words.length - 1)} 4"` } = {},
): string =>
  `<ofd:TextObject Boundary="${x} ${y} 100 6" Font="1" Size="4" ${object}><ofd:TextCode X="0" Y="4" ${code}>${words}</ofd:TextCode></ofd:TextObject>`

export const path = (boundary: string, data: string, attributes = ''): string =>
  `<ofd:PathObject Boundary="${boundary}" ${attributes}><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`

/** The lines of a grid that begins at x and y: columns 30 mm wide, rows 10 mm high. */
export const grid = (x: number, y: number, columns: number, rows: number): string =>
  [
    ...Array.from({ length: rows + 1 }, (_, row) => path(`${x} ${y + row * 10} ${columns * 30} 0.3`, `M 0 0 L ${columns * 30} 0`)),
    ...Array.from({ length: columns + 1 }, (_, column) => path(`${x + column * 30} ${y} 0.3 ${rows * 10}`, `M 0 0 L 0 ${rows * 10}`)),
  ].join('')

export const image = (boundary: string): string => `<ofd:ImageObject Boundary="${boundary}" ResourceID="5"/>`
