import { describe, expect, it } from 'vitest'
import { blocksOf, readWith } from '../test-reader.ts'
import { blocksIn, documentXml, docxOf, line, relationships, W, zipOf } from './docx-file.ts'

const textsOf = (bytes: Uint8Array) => blocksOf('docx', bytes)
const DAMAGED = { unreadable: 'damaged', format: 'docx' }
const XML = documentXml(line('甲年度报告'))
const BODY = `<w:body>${line('甲')}</w:body>`
const utf16 = (text: string, mark: boolean, bigEndian = false): Uint8Array => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

describe('the main part is found', () => {
  it.each(
    Object.entries({
      'where the package points': {
        '_rels/.rels': relationships({ officeDocument: '/word/document2.xml' }),
        'word/document2.xml': XML,
        'word/document.xml': documentXml(line('乙')),
      },
      'by a path with steps': { '_rels/.rels': relationships({ officeDocument: './docs/../word/main.xml' }), 'word/main.xml': XML },
      'by its content type': {
        '[Content_Types].xml':
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/main.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        'word/main.xml': XML,
      },
      'where Word puts it': { 'word/document.xml': XML },
      'where Word puts it, though the package points at nothing': {
        '_rels/.rels': relationships({ officeDocument: 'word/gone.xml' }),
        'word/document.xml': XML,
      },
    }),
  )('%s', async (_, parts: Record<string, string>) => {
    expect(await textsOf(zipOf(parts))).toEqual(['甲年度报告'])
  })

  it('or the file is damaged', async () => {
    expect(await readWith('docx', zipOf({ 'word/settings.xml': XML }))).toEqual(DAMAGED)
    expect(await readWith('docx', zipOf({ 'word/document.xml': '<html><body>报告</body></html>' }))).toEqual(DAMAGED)
    expect(await readWith('docx', zipOf({ 'word/document.xml': '' }))).toEqual(DAMAGED)
  })
})

describe('the document is read', () => {
  it.each(
    Object.entries({
      'of the strict namespaces': `<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main">${BODY}</w:document>`,
      'with another prefix': `<ns0:document xmlns:ns0="${W}">${BODY.replaceAll('w:', 'ns0:')}</ns0:document>`,
      'with no prefix': `<document xmlns="${W}">${BODY.replaceAll('w:', '')}</document>`,
      'in single quotes': `<?xml version='1.0'?><w:document xmlns:w='${W}'>${BODY}</w:document>`,
      'among comments and instructions': `<?xml version="1.0"?><!-- > < --><w:document xmlns:w="${W}"><?mso <w:p> ?>${BODY}<!-- <w:p> --></w:document>`,
      'with signs of tags in its attributes': `<w:document xmlns:w="${W}" w:x="a>b" w:y='"/>' w:z="">${BODY}</w:document >`,
    }),
  )('%s', async (_, xml) => {
    expect(await textsOf(docxOf('', { 'word/document.xml': xml }))).toEqual(['甲'])
  })

  it.each(
    Object.entries({
      'UTF-8 with a mark': Buffer.from(`\ufeff${XML}`),
      'UTF-16, little end first, with a mark': utf16(XML, true),
      'UTF-16, big end first, with a mark': utf16(XML, true, true),
      'UTF-16 without a mark': utf16(XML, false),
      'the encoding that it declares': Buffer.concat([
        Buffer.from(documentXml(line('?')).replace('UTF-8', 'GBK').split('?</w:t>')[0] ?? ''),
        Buffer.from([0xbc, 0xd7, 0xc4, 0xea, 0xb6, 0xc8, 0xb1, 0xa8, 0xb8, 0xe6]),
        Buffer.from('</w:t></w:r></w:p></w:body></w:document>'),
      ]),
    }),
  )('in %s', async (_, part) => {
    expect(await textsOf(docxOf('', { 'word/document.xml': part }))).toEqual(['甲年度报告'])
  })

  it('without the words of another namespace, which is told where it is declared', async () => {
    const drawn = `<w:p xmlns:x="${W}"><x:r><x:t>甲</x:t></x:r><w:r xmlns:w="urn:other"><w:t>乙</w:t></w:r><w:r><w:t>丙</w:t></w:r></w:p>`
    expect(await blocksIn(`${drawn}<x:p><x:r><x:t>丁</x:t></x:r></x:p>`)).toEqual(['甲丙'])
  })
})

describe('a document is damaged', () => {
  it.each(
    Object.entries({
      'with a DOCTYPE': `<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "aaaa">]>${XML.slice(XML.indexOf('<w:document'))}`,
      'with an entity of its own': documentXml(line('&a;')),
      'with a bare ampersand': documentXml(line('甲 & 乙')),
      'with a character that there is none of': documentXml(line('&#x110000;')),
      'that ends too soon': XML.slice(0, -20),
      'that ends in a tag': XML.slice(0, -3),
      'with tags that do not match': XML.replace('</w:r>', '</w:t>'),
      'with a close too many': `${XML}</w:p>`,
      'with a value that never ends': XML.replace('xml:space="preserve"', 'xml:space="preserve'),
    }),
  )('%s', async (_, xml) => {
    expect(await readWith('docx', docxOf('', { 'word/document.xml': xml }))).toEqual(DAMAGED)
  })

  it.each(
    Object.entries({
      'in its encoding': Buffer.from(XML.replace('甲', '\0')).map((byte) => (byte === 0 ? 0xff : byte)),
      'in an encoding that there is none of': XML.replace('UTF-8', 'x-none'),
    }),
  )('%s', async (_, part) => {
    expect(await readWith('docx', docxOf('', { 'word/document.xml': part }))).toEqual(DAMAGED)
  })
})
