import { zipSync } from 'fflate'
import { AFTER, BEFORE_TABLE, BEFORE_TEXT, type LargeFile, MB, row, sentence, times, upTo } from './report-around.ts'

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
/** Unpacked just under what all parts may unpack to. */
const UNPACKED = 31 * MB
const pack = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, [Buffer.from(text), { level: name === 'mimetype' ? 0 : 1 }]])),
  )

const within = (paragraph: (text: string) => string, tables: string, texts: string): string =>
  [...BEFORE_TABLE.map(paragraph), tables, ...BEFORE_TEXT.map(paragraph), texts, ...AFTER.map(paragraph)].join('')

const wordParagraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const wordRow = (number: number): string =>
  `<w:tr>${row(number)
    .map((text) => `<w:tc>${wordParagraph(text)}</w:tc>`)
    .join('')}</w:tr>`
const wordTable = (rows: string): string => `<w:tbl>${rows}</w:tbl>`
const docx = (tables: string, texts: string): Uint8Array =>
  pack({
    'word/document.xml': `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${within(wordParagraph, tables, texts)}</w:body></w:document>`,
  })
const run = (number: number): string => `<w:r><w:t>${sentence(number)}</w:t></w:r>`
const nested = (open: string, shut: string, levels: number): string => open.repeat(levels) + wordParagraph('1') + shut.repeat(levels)

const NUMBERED = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>1</w:t></w:r></w:p>'

const WORD: readonly (readonly [name: string, make: () => Uint8Array])[] = [
  ['one table', () => docx(wordTable(upTo(UNPACKED, wordRow)), '')],
  ['a table of 5,400 rows', () => docx(wordTable(times(5_400, wordRow)), '')],
  ['a table of 2,900 rows', () => docx(wordTable(times(2_900, wordRow)), '')],
  ['runs of one paragraph', () => docx('', `<w:p>${upTo(UNPACKED, run)}</w:p>`)],
  ['empty runs', () => docx('', `<w:p>${'<w:r/>'.repeat(UNPACKED / 6)}</w:p>`)],
  [
    '19,000 paragraphs',
    () =>
      docx(
        '',
        times(19_000, (n) => wordParagraph(sentence(n))),
      ),
  ],
  [
    '190,000 paragraphs',
    () =>
      docx(
        '',
        times(190_000, (n) => wordParagraph(sentence(n))),
      ),
  ],
  ['one word', () => docx('', wordParagraph('公'.repeat(UNPACKED / 3)))],
  ['one attribute', () => docx('', `<w:p w:val="${'a'.repeat(UNPACKED)}"/>`)],
  ['many attributes', () => docx('', `<w:br${' a="b"'.repeat(UNPACKED / 6)}/>`)],
  ['entities', () => docx('', wordParagraph('&lt;'.repeat(UNPACKED / 4)))],
  ['nested tables', () => docx(nested('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', 100_000), '')],
  ['nested unknown elements', () => docx(nested('<x>', '</x>', 1_000_000), '')],
  ['namespaces', () => docx('', '<a xmlns:w="b"/>'.repeat(UNPACKED / 16))],
  ['page breaks', () => docx('', `<w:p>${'<w:r><w:br w:type="page"/></w:r>'.repeat(UNPACKED / 32)}</w:p>`)],
  ['a comment', () => docx('', `<!--${'-'.repeat(UNPACKED)}-->`)],
  ['text boxes', () => docx('', nested('<w:p><w:txbxContent>', '</w:txbxContent></w:p>', 450))],
  ['numbered styles', () => numbered(NUMBERED.repeat(24_000))],
  ['long numbers', () => numbered(NUMBERED.repeat(24_000), '公'.repeat(MB / 3))],
  [
    'a directory of 65,535 parts',
    () =>
      zipSync({
        'word/document.xml': [Buffer.from('<a/>'), {}],
        ...Object.fromEntries(Array.from({ length: 65_534 }, (_, n) => [`${n}`, [new Uint8Array(), { level: 0 }]])),
      }),
  ],
]
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const numbered = (texts: string, label = ''): Uint8Array => {
  const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  return pack({
    'word/document.xml': `${XML}<w:document ${main}><w:body>${within(wordParagraph, '', texts)}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${RELATIONS}/numbering" Target="numbering.xml"/></Relationships>`,
    'word/numbering.xml': `${XML}<w:numbering ${main}>${upTo(27 * MB, (n) => `<w:abstractNum w:abstractNumId="${n}"><w:lvl w:ilvl="0"/></w:abstractNum>`)}<w:num w:numId="1"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:lvlText w:val="${label}"/></w:lvl></w:lvlOverride></w:num></w:numbering>`,
  })
}
export const WORD_PACKAGES: readonly LargeFile[] = WORD.map(([name, make]) => ({ name: `docx: ${name}`, make }))

const NAMESPACES = ['office', 'text', 'table', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')
const openParagraph = (text: string): string => `<text:p>${text}</text:p>`
const openRow = (number: number): string =>
  `<table:table-row>${row(number)
    .map((text) => `<table:table-cell>${openParagraph(text)}</table:table-cell>`)
    .join('')}</table:table-row>`
const odt = (tables: string, texts: string, styles = ''): Uint8Array =>
  pack({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `${XML}<office:document-content ${NAMESPACES}>${styles}<office:body><office:text>${within(openParagraph, tables, texts)}</office:text></office:body></office:document-content>`,
  })
const openTable = (rows: string): string => `<table:table>${rows}</table:table>`
const OPEN: readonly (readonly [name: string, make: () => Uint8Array])[] = [
  ['one table', () => odt(openTable(upTo(UNPACKED, openRow)), '')],
  ['a table of 5,400 rows', () => odt(openTable(times(5_400, openRow)), '')],
  ['a table of 2,900 rows', () => odt(openTable(times(2_900, openRow)), '')],
  ['spans of one paragraph', () => odt('', openParagraph(upTo(UNPACKED, (n) => `<text:span>${sentence(n)}</text:span>`)))],
  ['one word', () => odt('', openParagraph('公'.repeat(UNPACKED / 3)))],
  ['blanks', () => odt('', openParagraph('<text:s text:c="1000"/>'.repeat(UNPACKED / 23)))],
  [
    '19,000 paragraphs',
    () =>
      odt(
        '',
        times(19_000, (n) => openParagraph(sentence(n))),
      ),
  ],
  [
    'repeated rows',
    () =>
      odt(
        openTable(
          `<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="190">${openParagraph('1')}</table:table-cell></table:table-row>`,
        ),
        '',
      ),
  ],
  [
    'styles',
    () =>
      odt(
        '',
        '',
        `<office:automatic-styles>${upTo(UNPACKED, (n) => `<style:style style:name="${n}" style:family="text"/>`)}</office:automatic-styles>`,
      ),
  ],
]
export const OPEN_PACKAGES: readonly LargeFile[] = OPEN.map(([name, make]) => ({ name: `odt: ${name}`, make }))

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const letters = 'ABCDEFGH'
const sheetRow = (number: number, cell: (text: string, place: string) => string): string =>
  `<row r="${number + 1}">${row(number)
    .map((text, column) => cell(text, `${letters[column]}${number + 1}`))
    .join('')}</row>`
const inline = (text: string, place: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
const shared = (text: string, place: string): string => `<c r="${place}" t="s"><v>${Number.parseInt(text, 10)}</v></c>`
const xlsx = (rows: string, strings = ''): Uint8Array =>
  pack({
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${SPREADSHEET}" xmlns:r="${RELATIONS}"><sheets><sheet name="三、收到和处理政府信息公开申请情况" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${XML}<worksheet xmlns="${SPREADSHEET}"><sheetData>${rows}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `${XML}<sst xmlns="${SPREADSHEET}">${strings}</sst>`,
  })
const SHEET_ROOM = 31 * MB
const SHEETS: readonly (readonly [name: string, make: () => Uint8Array])[] = [
  ['cells to the end', () => xlsx(upTo(SHEET_ROOM, (n) => sheetRow(n, inline)))],
  ['5,400 rows', () => xlsx(times(5_400, (n) => sheetRow(n, inline)))],
  ['2,900 rows', () => xlsx(times(2_900, (n) => sheetRow(n, inline)))],
  [
    'shared strings',
    () =>
      xlsx(
        times(5_000, (n) => sheetRow(n, shared)),
        upTo(SHEET_ROOM - 3 * MB, (n) => `<si><t>${sentence(n)}</t></si>`),
      ),
  ],
  [
    'one string in all cells',
    () =>
      xlsx(
        times(2_900, (n) => sheetRow(n, () => '<c t="s"><v>0</v></c>')),
        `<si><t>${'公'.repeat(10_000_000)}</t></si>`,
      ),
  ],
  ['one long cell', () => xlsx(`<row r="1">${inline('公'.repeat(SHEET_ROOM / 3.1), 'A1')}</row>`)],
  [
    'empty shared strings',
    () =>
      xlsx(
        times(9, (n) => sheetRow(n, shared)),
        '<si/>'.repeat((30 * MB) / 5),
      ),
  ],
]
export const SHEET_PACKAGES: readonly LargeFile[] = SHEETS.map(([name, make]) => ({ name: `xlsx: ${name}`, make }))

const OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'
const ofd = (pages: readonly string[]): Uint8Array =>
  pack({
    'OFD.xml': `${XML}<ofd:OFD ${OFD}><ofd:DocBody><ofd:DocRoot>Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'Document.xml': `${XML}<ofd:Document ${OFD}><ofd:Pages>${pages.map((_, n) => `<ofd:Page ID="${n}" BaseLoc="${n}.xml"/>`).join('')}</ofd:Pages></ofd:Document>`,
    ...Object.fromEntries(
      pages.map((content, n) => [
        `${n}.xml`,
        `${XML}<ofd:Page ${OFD}><ofd:Content><ofd:Layer>${content}</ofd:Layer></ofd:Content></ofd:Page>`,
      ]),
    ),
  })
const words = (text: string, x: number, y: number): string =>
  `<ofd:TextObject Boundary="${x} ${y} 200 5" Size="4"><ofd:TextCode X="0" Y="4" DeltaX="g ${text.length} 4">${text}</ofd:TextCode></ofd:TextObject>`
const stroke = (n: number): string =>
  `<ofd:PathObject Boundary="0 0 210 297"><ofd:AbbreviatedData>M ${n % 200} ${n % 290} L ${(n * 7) % 200} ${n % 290}</ofd:AbbreviatedData></ofd:PathObject>`
const FIXED: readonly (readonly [name: string, make: () => Uint8Array])[] = [
  [
    '300 pages of 640 letters',
    () => ofd(Array.from({ length: 300 }, (_, page) => times(16, (n) => words('公'.repeat(40), 20, 10 + n * 5 + (page % 2))))),
  ],
  ['text on one page', () => ofd([upTo(UNPACKED, (n) => words('政府信息公开', (n * 13) % 180, (n * 7) % 290))])],
  ['40,000 letters on one page', () => ofd([times(40_000, (n) => words('公', (n * 1.3) % 180, (n * 0.7) % 290))])],
  ['lines on one page', () => ofd([upTo(UNPACKED, stroke)])],
  ['lines on each page', () => ofd(Array.from({ length: 100 }, () => upTo(UNPACKED / 110, stroke)))],
  ['20,000 lines on one page', () => ofd([times(20_000, stroke)])],
  [
    'a grid of 300 × 300',
    () =>
      ofd([
        times(
          300,
          (n) =>
            `<ofd:PathObject Boundary="0 0 210 297"><ofd:AbbreviatedData>M 0 ${n * 0.9} L 200 ${n * 0.9} M ${n * 0.66} 0 L ${n * 0.66} 290</ofd:AbbreviatedData></ofd:PathObject>`,
        ) + times(5_000, (n) => words('一', (n * 0.66) % 190, (n * 0.9) % 290)),
      ]),
  ],
  [
    'one long path',
    () =>
      ofd([
        `<ofd:PathObject Boundary="0 0 210 297"><ofd:AbbreviatedData>${'M 0 0 L 9 9 '.repeat(UNPACKED / 12)}</ofd:AbbreviatedData></ofd:PathObject>`,
      ]),
  ],
]
export const FIXED_PACKAGES: readonly LargeFile[] = FIXED.map(([name, make]) => ({ name: `ofd: ${name}`, make }))
