import { DOCX_LAYOUTS, type DocxLayout, writeDocx } from './docx/write-docx.ts'
import { encodeHtml, HTML_LAYOUTS, type HtmlEncoding, type HtmlLayout, htmlText } from './html/write-html.ts'
import { printReport } from './print/print-report.ts'
import type { SampleReport } from './sample-report.ts'
import type { TextEncoding } from './text/encode.ts'
import { TEXT_LAYOUTS, type TextLayout, writeText } from './text/write-text.ts'
import type { Variants } from './variants.ts'

/** A format with one of its layouts, and the encoding where the format leaves it open. */
export type Form =
  | { readonly format: 'txt'; readonly layout: TextLayout; readonly encoding?: TextEncoding }
  | { readonly format: 'html'; readonly layout: HtmlLayout; readonly encoding?: HtmlEncoding }
  | { readonly format: 'docx'; readonly layout: DocxLayout }

export type SampleOptions = Form & { readonly variants?: Variants }

/** Every layout of every format. */
export const FORMS: readonly Form[] = [
  ...TEXT_LAYOUTS.map((layout) => ({ format: 'txt', layout }) as const),
  ...HTML_LAYOUTS.map((layout) => ({ format: 'html', layout }) as const),
  ...DOCX_LAYOUTS.map((layout) => ({ format: 'docx', layout }) as const),
]

/** The bytes of a report as an agency would upload it; the same report and options give the same bytes. */
export const writeSample = (report: SampleReport, options: SampleOptions): Uint8Array => {
  const document = printReport(report, options.variants)
  switch (options.format) {
    case 'txt':
      return writeText(document, options.layout, options.encoding ?? 'utf-8')
    case 'html': {
      const encoding = options.encoding ?? 'utf-8'
      return encodeHtml(htmlText(document, report, options.layout, encoding), encoding)
    }
    case 'docx':
      return writeDocx(document, options.layout)
  }
}
