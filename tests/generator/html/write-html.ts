import iconv from 'iconv-lite'
import { encodeGbk } from '../rtf/encode-gbk.ts'
import type { SampleDocument } from '../sample-document.ts'
import type { SampleReport } from '../sample-report.ts'
import { DISGUISE_STYLE, disguisedTable, HTML_DISGUISES, type HtmlDisguise } from './disguised-table.ts'
import { escapeHtml, mergedTable, plainTable, splitTable, wordParagraph, wordTable } from './html-tables.ts'
import { pageAfter, pageBefore } from './page-around.ts'

export const HTML_LAYOUTS = ['clean', 'official', 'word', 'page', 'layout-table', 'split-tables', ...HTML_DISGUISES] as const
export type HtmlLayout = (typeof HTML_LAYOUTS)[number]

/** `gbk-undeclared`: GBK bytes in a page that names no encoding. */
export const HTML_ENCODINGS = ['utf-8', 'gbk', 'gbk-undeclared'] as const
export type HtmlEncoding = (typeof HTML_ENCODINGS)[number]

const CHARSET: Record<HtmlEncoding, string> = { 'utf-8': '<meta charset="utf-8">', gbk: '<meta charset="gb2312">', 'gbk-undeclared': '' }
const TAGS = { title: 'h1', heading: 'h2', text: 'p' } as const

const body = ({ blocks }: SampleDocument, table: typeof mergedTable): string =>
  blocks
    .map((block) => (block.kind === 'table' ? table(block) : `<${TAGS[block.kind]}>${escapeHtml(block.text)}</${TAGS[block.kind]}>`))
    .join('\n')

const WORD_STYLES = {
  title: 'text-align:center;font-size:22.0pt',
  heading: 'text-indent:32.0pt;font-family:黑体',
  text: 'text-indent:32.0pt',
}

const wordBody = ({ blocks }: SampleDocument): string =>
  `<div class=WordSection1 style='layout-grid:15.6pt'>\n${blocks
    .map((block) => (block.kind === 'table' ? wordTable(block) : wordParagraph(block.text, WORD_STYLES[block.kind])))
    .join('\n')}\n<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></div>`

const WORD_ROOT =
  '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">'
const WORD_HEAD = `<meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal { margin:0cm; font-size:10.5pt; } table.MsoNormalTable { mso-style-name:普通表格; } --></style>`

const disguised =
  (disguise: HtmlDisguise) =>
  (document: SampleDocument): string =>
    DISGUISE_STYLE + body(document, disguisedTable(disguise))

const BODIES: Record<HtmlLayout, (document: SampleDocument, report: SampleReport) => string> = {
  clean: (document) => body(document, plainTable),
  official: (document) => body(document, mergedTable),
  word: wordBody,
  page: (document, { agency, year }) => pageBefore(document.title, agency, year) + body(document, mergedTable) + pageAfter(agency, year),
  'layout-table': (document) =>
    `<table width="1000" align="center"><tr><td width="20"></td><td>${body(document, mergedTable)}</td><td width="20"></td></tr></table>`,
  'split-tables': (document) => body(document, splitTable),
  raised: disguised('raised'),
  unseen: disguised('unseen'),
  fields: disguised('fields'),
}

/** The page as text; `encodeHtml` makes its bytes. */
export const htmlText = (document: SampleDocument, report: SampleReport, layout: HtmlLayout, encoding: HtmlEncoding): string => {
  const [root, head] = layout === 'word' ? [WORD_ROOT, WORD_HEAD] : ['<html lang="zh-CN">', '']
  return `<!DOCTYPE html>
${root}
<head>${CHARSET[encoding]}<title>${escapeHtml(document.title)}</title>${head}</head>
<body>
${BODIES[layout](document, report)}
</body>
</html>
`
}

/** Letters that GBK lacks, as browsers and Word write them into such a page. */
const asReferences = (html: string): string =>
  Array.from(html, (letter) => (letter < '\x80' || encodeGbk(letter) ? letter : `&#${letter.codePointAt(0)};`)).join('')

export const encodeHtml = (html: string, encoding: HtmlEncoding): Uint8Array =>
  Uint8Array.from(encoding === 'utf-8' ? iconv.encode(html, 'utf8') : iconv.encode(asReferences(html), 'gbk'))
