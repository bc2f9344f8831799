import { withDecoys } from './decoys.ts'
import { flatOdf, flatOpc, PACKAGE_DISGUISES, type PackageDisguise } from './disguise/packages.ts'
import { DOCX_LAYOUTS, type DocxLayout, writeDocx } from './docx/write-docx.ts'
import { encodeHtml, HTML_LAYOUTS, type HtmlEncoding, type HtmlLayout, htmlText } from './html/write-html.ts'
import { MHT_LAYOUTS, type MhtLayout, writeMht } from './mht/write-mht.ts'
import { ODT_LAYOUTS, type OdtLayout, writeOdt } from './odt/write-odt.ts'
import { OFD_LAYOUTS, type OfdLayout, writeOfd } from './ofd/write-ofd.ts'
import { PDF_DISGUISES, type PdfDisguise, type PdfLayout, type PdfOptions, RULED_LAYOUTS, writePdf } from './pdf/write-pdf.ts'
import { printReport } from './print/print-report.ts'
import { type RtfStyle, writeRtf } from './rtf/write-rtf.ts'
import type { SampleReport } from './sample-report.ts'
import { SHEET_LAYOUTS, type SheetLayout, writeSheet } from './sheet/write-sheet.ts'
import type { TextEncoding } from './text/encode.ts'
import { TEXT_LAYOUTS, type TextLayout, writeText } from './text/write-text.ts'
import type { Variants } from './variants.ts'
import { wordModel } from './word/word-model.ts'
import { writeWord97 } from './word97/write-word97.ts'

/** A format with one of its layouts, the encoding where the format leaves it open, and how it is packed where that is unusual. */
export type Form = Layout & { readonly packed?: PackageDisguise }
type Layout =
  | { readonly format: 'txt'; readonly layout: TextLayout; readonly encoding?: TextEncoding }
  | { readonly format: 'html'; readonly layout: HtmlLayout; readonly encoding?: HtmlEncoding }
  | { readonly format: 'docx'; readonly layout: DocxLayout | 'flat' }
  | { readonly format: 'xlsx' | 'xls'; readonly layout: SheetLayout }
  | { readonly format: 'odt'; readonly layout: OdtLayout | 'flat' }
  | { readonly format: 'mht'; readonly layout: MhtLayout }
  | { readonly format: 'rtf'; readonly layout: RtfStyle['style'] }
  | { readonly format: 'doc'; readonly layout: 'official' }
  | { readonly format: 'ofd'; readonly layout: OfdLayout }
  | { readonly format: 'pdf'; readonly layout: PdfLayout | PdfDisguise }

export type SampleOptions = Form & { readonly variants?: Variants }

/** Every layout of every format, but for PDF without rules: a reader may be unsure of that, and say so. */
export const FORMS: readonly Form[] = [
  ...TEXT_LAYOUTS.map((layout) => ({ format: 'txt', layout }) as const),
  ...HTML_LAYOUTS.map((layout) => ({ format: 'html', layout }) as const),
  ...[...DOCX_LAYOUTS, 'flat' as const].map((layout) => ({ format: 'docx', layout }) as const),
  ...SHEET_LAYOUTS.map((layout) => ({ format: 'xlsx', layout }) as const),
  ...SHEET_LAYOUTS.map((layout) => ({ format: 'xls', layout }) as const),
  ...[...ODT_LAYOUTS, 'flat' as const].map((layout) => ({ format: 'odt', layout }) as const),
  ...MHT_LAYOUTS.map((layout) => ({ format: 'mht', layout }) as const),
  { format: 'rtf', layout: 'unicode' },
  { format: 'rtf', layout: 'gbk' },
  { format: 'doc', layout: 'official' },
  ...OFD_LAYOUTS.map((layout) => ({ format: 'ofd', layout }) as const),
  ...[...RULED_LAYOUTS, ...PDF_DISGUISES].map((layout) => ({ format: 'pdf', layout }) as const),
]

const packedForms = (packed: PackageDisguise): Form[] =>
  PACKAGE_DISGUISES[packed].of.flatMap((format) => {
    const form = FORMS.find((each) => each.format === format)
    return form === undefined ? [] : [{ ...form, packed }]
  })

/** These, and one layout of each format in every unusual way to pack it. */
export const ALL_FORMS: readonly Form[] = [...FORMS, ...(Object.keys(PACKAGE_DISGUISES) as PackageDisguise[]).flatMap(packedForms)]

export const formName = ({ format, layout, packed }: Form): string => `${format}, ${layout}${packed === undefined ? '' : `, ${packed}`}`

const pdfOptions = (layout: PdfLayout | PdfDisguise): PdfOptions =>
  layout === 'unseen' || layout === 'struck' || layout === 'watermarked' ? { disguise: layout } : { rules: layout }

/** The bytes of a report as an agency would upload it; the same report and options give the same bytes. */
export const writeSample = (report: SampleReport, options: SampleOptions): Uint8Array => {
  const bytes = writePlain(report, options)
  return options.packed === undefined ? bytes : PACKAGE_DISGUISES[options.packed].disguise(bytes)
}

const writePlain = (report: SampleReport, options: SampleOptions): Uint8Array => {
  const printed = printReport(report, options.variants)
  const decoys = options.variants?.decoys
  const document = decoys === undefined ? printed : withDecoys(printed, decoys)
  switch (options.format) {
    case 'txt':
      return writeText(document, options.layout, options.encoding ?? 'utf-8')
    case 'html': {
      const encoding = options.encoding ?? 'utf-8'
      return encodeHtml(htmlText(document, report, options.layout, encoding), encoding)
    }
    case 'docx':
      return options.layout === 'flat' ? flatOpc(writeDocx(document, 'official')) : writeDocx(document, options.layout)
    case 'xlsx':
    case 'xls':
      return writeSheet(document, options.layout, options.format)
    case 'odt':
      return options.layout === 'flat' ? flatOdf(writeOdt(document, 'official')) : writeOdt(document, options.layout)
    case 'mht':
      return writeMht(document, report, options.layout)
    case 'rtf':
      return writeRtf(wordModel(document), { style: options.layout })
    case 'doc':
      return writeWord97(wordModel(document))
    case 'ofd':
      return writeOfd(document, options.layout)
    case 'pdf':
      return writePdf(wordModel(document), pdfOptions(options.layout))
  }
}
