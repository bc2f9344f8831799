import { PAGE, type SetPage, setPages } from '../ofd/page-setter.ts'
import { cell, type SampleDocument, type SampleTable } from '../sample-document.ts'
import { layTable, type WordModel } from '../word97/model.ts'
import { besideText, tiles } from './disguise.ts'
import { codesOf, fontObjects, type PdfFontKind } from './pdf-fonts.ts'
import { pdfFile, pdfStream, points, up } from './pdf-objects.ts'

/** How the edges of cells are drawn. */
export const RULED_LAYOUTS = ['stroked', 'filled'] as const
/** What stands on the pages besides, none of which is to be read: see `disguise.ts`. The edges of cells are stroked. */
export const PDF_DISGUISES = ['unseen', 'struck', 'watermarked'] as const
export type PdfDisguise = (typeof PDF_DISGUISES)[number]
export type PdfLayout = (typeof RULED_LAYOUTS)[number] | 'none'

export type PdfOptions = {
  readonly font?: PdfFontKind
  readonly rules?: PdfLayout
  /** `turned`: everything stands a quarter turn to the left on a page that says nothing of it. */
  readonly page?: 'upright' | 'turned'
  /** `picture`: every page is one picture, its text printed without ink, as scanners do. */
  readonly text?: 'printed' | 'picture'
  /** A picture on the first page, in millimetres. */
  readonly picture?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  readonly underPassword?: boolean
  readonly disguise?: PdfDisguise
}

const THIN = 0.18

const tableOf = (rows: Exclude<WordModel['blocks'][number], string>['rows']): SampleTable => ({
  kind: 'table',
  rows: rows.map((row) => row.map(({ text, columnSpan, rowSpan }) => cell(text, columnSpan, rowSpan))),
  columns: layTable({ rows }).columns,
  headRows: 0,
})

/** The first paragraph is the title, a short one that begins with 一、 a heading. */
const documentOf = ({ blocks }: WordModel): SampleDocument => ({
  title: '',
  blocks: blocks.map((block, index) => {
    if (typeof block !== 'string') return tableOf(block.rows)
    return { kind: index === 0 ? 'title' : /^[一二三四五六]、.{1,30}$/.test(block) ? 'heading' : 'text', text: block }
  }),
})

const rectangle = (x: number, y: number, width: number, height: number): string =>
  `${points(x)} ${points(up(y + height))} ${points(width)} ${points(height)} re`

const edges = ({ x, y, width, height }: SetPage['boxes'][number], rules: PdfOptions['rules']): string[] => {
  if (rules === 'none') return []
  if (rules === 'stroked') return [`${rectangle(x, y, width, height)} S`]
  return [
    rectangle(x, y, width, THIN),
    rectangle(x, y + height, width, THIN),
    rectangle(x, y, THIN, height),
    rectangle(x + width, y, THIN, height),
  ].map((side) => `${side} f`)
}

const image = (x: number, y: number, width: number, height: number): string =>
  `q ${points(width)} 0 0 ${points(height)} ${points(x)} ${points(up(y + height))} cm /Im Do Q`

const contentOf = (page: SetPage, first: boolean, options: PdfOptions): string => {
  const { font = 'mapped', rules = 'stroked', text = 'printed', picture } = options
  const scanned = text === 'picture'
  const turn = options.page === 'turned' ? `0 1 -1 0 ${points(PAGE.height)} 0 cm` : ''
  return [
    ...(options.disguise === 'watermarked' ? tiles() : []),
    'q 0.5 w',
    turn,
    ...(scanned ? [image(0, 0, PAGE.width, PAGE.height)] : []),
    ...(first && picture ? [image(picture.x, picture.y, picture.width, picture.height)] : []),
    ...page.boxes.flatMap((box) => edges(box, scanned ? 'none' : rules)),
    ...page.texts.flatMap((set, index) => [
      ...(options.disguise === undefined ? [] : besideText(set, index, options.disguise)),
      `BT ${scanned ? 3 : 0} Tr /F ${points(set.size)} Tf ${points(set.x)} ${points(up(set.y))} Td <${codesOf(font, set.text)}> Tj ET`,
    ]),
    'Q',
  ].join('\n')
}

const [PAGES, IMAGE, FONT] = [2, 3, 4]

/** Writes pages of A4 with their numbers, set in one font that is not embedded. */
export const writePdf = (model: WordModel, options: PdfOptions = {}): Uint8Array => {
  const { font = 'mapped' } = options
  const pages = setPages(documentOf(model))
  const set = pages.flatMap(({ texts }) => texts.flatMap(({ text }) => Array.from(text)))
  const letters = [...new Set(options.disguise === undefined ? set : [...set, ...'0123456789-'])].sort()
  const fonts = fontObjects(font, FONT, letters)
  const firstPage = FONT + fonts.length
  const sides = options.page === 'turned' ? [PAGE.height, PAGE.width] : [PAGE.width, PAGE.height]
  const objects = [
    `<< /Type /Catalog /Pages ${PAGES} 0 R >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${firstPage + index * 2} 0 R`).join(' ')}] >>`,
    pdfStream('\u0000', '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8'),
    ...fonts,
    ...pages.flatMap((page, index) => [
      `<< /Type /Page /Parent ${PAGES} 0 R /MediaBox [0 0 ${sides.map(points).join(' ')}] /Contents ${firstPage + index * 2 + 1} 0 R /Resources << /Font << /F ${FONT} 0 R >> /XObject << /Im ${IMAGE} 0 R >> >> >>`,
      pdfStream(contentOf(page, index === 0, options)),
    ]),
  ]
  const thirtyTwo = '00'.repeat(32)
  const locked = `/ID [<01> <01>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${thirtyTwo}> /U <${thirtyTwo}> >>`
  return pdfFile(objects, options.underPassword ? locked : '')
}
