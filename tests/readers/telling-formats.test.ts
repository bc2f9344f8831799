import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readTools } from '../../functions/node/read-tools.ts'
import { readFile } from '../../shared/readers/read-file.ts'
import {
  backslashes,
  capitals,
  type Disguise,
  flatOdf,
  flatOpc,
  manifestWithDoctype,
  mimetypeLast,
  mimetypeMissing,
  mimetypePacked,
  withPart,
  zipped,
} from '../generator/disguise/packages.ts'
import { sampleReport } from '../generator/sample-report.ts'
import { writeCompoundFile } from '../generator/word97/write-compound-file.ts'
import { FORMS, type Form, writeSample } from '../generator/write-sample.ts'
import { zipParts } from '../generator/zip-parts.ts'

const sample = sampleReport({ seed: 2 })
const written = (format: Form['format']): Uint8Array => {
  const form = FORMS.find((each) => each.format === format)
  if (form === undefined) throw new Error(`no form ${format}`)
  return writeSample(sample, form)
}
const read = (bytes: Uint8Array) => readFile(bytes, readTools)

const embeddedBook = withPart('word/embeddings/Microsoft_Excel_Sheet.xlsx', written('xlsx'))
const embeddedDocument = withPart('xl/embeddings/Microsoft_Word_Document.docx', written('docx'))

describe('a file that is written in another way reads like any other', () => {
  it.each<[string, Form['format'], Disguise]>([
    ['docx with backslashes in its names', 'docx', backslashes],
    ['ofd with backslashes in its names', 'ofd', backslashes],
    ['odt with backslashes in its names', 'odt', backslashes],
    ['docx with folders in capitals', 'docx', capitals],
    ['ofd with folders in capitals', 'ofd', capitals],
    ['docx that holds a workbook', 'docx', embeddedBook],
    ['xlsx that holds a document', 'xlsx', embeddedDocument],
    ['ofd that holds a document', 'ofd', withPart('Doc_0/Attachs/report.docx', written('docx'))],
    ['odt whose type is packed', 'odt', mimetypePacked],
    ['odt whose type stands last', 'odt', mimetypeLast],
    ['odt without a type of its own', 'odt', mimetypeMissing],
    ['odt with a DOCTYPE in its manifest', 'odt', manifestWithDoctype],
    ['docx as one file of XML', 'docx', flatOpc],
    ['odt as one file of XML', 'odt', flatOdf],
    ['docx alone in an archive', 'docx', zipped('报告.docx')],
    ['pdf alone in an archive', 'pdf', zipped('报告.pdf')],
    ['text alone in an archive', 'txt', zipped('报告')],
  ])('%s', async (_, format, disguise) => {
    const bytes = written(format)
    const plain = await read(bytes)
    expect(plain).toMatchObject({ document: { format } })
    expect(await read(disguise(bytes))).toEqual(plain)
  })
})

const xml = (root: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${root}`)
const foreign = (name: string) => ({ unreadable: 'other-format', format: null, limit: name })
const ARCHIVE = { unreadable: 'archive', format: null }
const odf = (kind: string) => zipParts({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<a/>' }, ['mimetype'])

describe('a file that nobody reads', () => {
  it.each<[string, Uint8Array, object]>([
    [
      'Word 2003 XML',
      xml(
        '<?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body/></w:wordDocument>',
      ),
      foreign('Word 2003 XML'),
    ],
    ['SpreadsheetML', xml('<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'), foreign('Excel 2003 XML')],
    ['UOF', xml('<uof:UOF xmlns:uof="http://schemas.uof.org/cn/2003/uof"/>'), foreign('标文通(UOF)')],
    ['UOF, packed', zipParts({ 'uof.xml': '<a/>', 'content.xml': '<a/>' }), foreign('标文通(UOF)')],
    ['a sheet of OpenDocument', odf('spreadsheet'), foreign('OpenDocument')],
    [
      'a flat sheet of OpenDocument',
      xml(
        '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>',
      ),
      foreign('OpenDocument'),
    ],
    ['slides', zipParts({ '[Content_Types].xml': '<a/>', 'ppt/presentation.xml': '<a/>' }), foreign('PowerPoint')],
    ['WordPerfect', Uint8Array.from([0xff, 0x57, 0x50, 0x43, ...strToU8('plain letters. '.repeat(500))]), foreign('WordPerfect')],
    ['PostScript', strToU8('%!PS-Adobe-3.0\n(1) show'), foreign('PostScript')],
    ['XML of another kind', xml('<feed/>'), foreign('XML')],
    ['an archive of two reports', zipParts({ '1.docx': written('docx'), '2.txt': written('txt') }), ARCHIVE],
    ['an archive of RAR', Uint8Array.from([...strToU8('Rar!'), 0x1a, 7, 1, 0]), ARCHIVE],
    ['an archive of 7-Zip', Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]), ARCHIVE],
    [
      'a document of OpenOffice 1',
      zipParts({ mimetype: 'application/vnd.sun.xml.writer', 'content.xml': '<a/>' }),
      { unreadable: 'old-format', format: null },
    ],
    [
      'an archive in an archive',
      zipParts({ 'a.zip': zipParts({ 'b.zip': zipParts({ 'c.txt': 'x' }) }) }),
      { unreadable: 'unknown-format', format: null },
    ],
    ['a package of nothing known', zipParts({ 'a.bin': 'x', 'b.bin': 'y' }), { unreadable: 'unknown-format', format: null }],
    ['a compound file of nothing known', writeCompoundFile({ VisioDocument: [1] }), { unreadable: 'unknown-format', format: null }],
  ])('is told by its name where it has one: %s', async (_, bytes, answer) => expect(await read(bytes)).toEqual(answer))
})
