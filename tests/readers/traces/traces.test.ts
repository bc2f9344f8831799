import { utils, write } from '@e965/xlsx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readTools } from '../../../functions/node/read-tools.ts'
import type { Traces } from '../../../shared/document/reading.ts'
import { traceWords } from '../../../shared/feedback/trace-words.ts'
import { readFile } from '../../../shared/readers/read-file.ts'
import { tracesOf } from '../../../shared/readers/traces/traces.ts'
import { sampleReport } from '../../generator/sample-report.ts'
import { FORMS, writeSample } from '../../generator/write-sample.ts'

const report = sampleReport({ seed: 3, agency: '青禾市民政局', year: 2024, bustle: 'ordinary' })
const sample = (wanted: string): Uint8Array => {
  const form = FORMS.find(({ format }) => format === wanted)
  if (form === undefined) throw new Error(`no form of ${wanted}`)
  return writeSample(report, form)
}
const text = (words: string) => strToU8(words)

/** The package with other parts, made from those that it has. */
const withParts = (file: Uint8Array, change: (parts: Record<string, Uint8Array>) => Record<string, Uint8Array>): Uint8Array => {
  const parts = unzipSync(file)
  return zipSync({ ...parts, ...change(parts) })
}
const partText = (parts: Record<string, Uint8Array>, name: string): string => new TextDecoder().decode(parts[name])

const CORE = `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>张三</dc:creator><cp:lastModifiedBy>李四 &amp; 王五</cp:lastModifiedBy></cp:coreProperties>`
const APP = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>某科技公司</Company></Properties>`
const office = { 'docProps/core.xml': text(CORE), 'docProps/app.xml': text(APP) }
const wordComments = text(
  `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="赵六"/><w:comment w:id="1" w:author="赵六"><w:p/></w:comment><w:comment w:id="2"/></w:comments>`,
)
const sheetComments = text(
  `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>赵六</author></authors><commentList><comment ref="A1" authorId="0"><text/></comment></commentList></comments>`,
)

const traces = (changes: Partial<Traces>): Traces => ({ people: [], organisations: [], comments: 0, commenters: [], ...changes })
const PEOPLE = ['张三', '李四 & 王五']

const files: Record<string, { readonly file: Uint8Array; readonly expected: Traces }> = {
  docx: {
    file: withParts(sample('docx'), () => ({ ...office, 'word/comments.xml': wordComments })),
    expected: traces({ people: PEOPLE, organisations: ['某科技公司'], comments: 3, commenters: ['赵六'] }),
  },
  xlsx: {
    file: withParts(sample('xlsx'), () => ({ ...office, 'xl/comments1.xml': sheetComments })),
    expected: traces({ people: PEOPLE, organisations: ['某科技公司'], comments: 1, commenters: ['赵六'] }),
  },
  odt: {
    file: withParts(sample('odt'), (parts) => ({
      'meta.xml': text(
        `<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><meta:initial-creator>张三</meta:initial-creator><dc:creator>李四</dc:creator></office:meta></office:document-meta>`,
      ),
      'content.xml': text(
        partText(parts, 'content.xml').replace(
          /(<text:p[^>]*>)/,
          `$1<office:annotation><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">赵六</dc:creator><text:p>改一下</text:p></office:annotation>`,
        ),
      ),
    })),
    expected: traces({ people: ['张三', '李四'], comments: 1, commenters: ['赵六'] }),
  },
  ofd: {
    file: withParts(sample('ofd'), (parts) => ({
      'OFD.xml': text(partText(parts, 'OFD.xml').replace(/(<(\w+:)?DocInfo\s*>)/, '$1<$2Author>张三</$2Author>')),
    })),
    expected: traces({ people: ['张三'] }),
  },
  rtf: {
    file: text(
      new TextDecoder('latin1')
        .decode(sample('rtf'))
        .replace(
          /^\{\\rtf1/,
          "{\\rtf1{\\info{\\author \\'d5\\'c5\\'c8\\'fd}{\\operator \\u26446?\\u22235?}{\\*\\company X}}{\\*\\atnauthor Zhao}",
        ),
    ),
    expected: traces({ people: ['张三', '李四'], organisations: ['X'], comments: 1, commenters: ['Zhao'] }),
  },
}

describe('what a file tells of people beside its text', () => {
  it.each(Object.entries(files))('is told of %s, and no word or figure is another for it', async (format, { file, expected }) => {
    const reading = await readFile(file, readTools)
    expect('traces' in reading && reading.traces).toEqual(expected)
    const plain = await readFile(sample(format), readTools)
    expect('document' in reading && reading.document).toEqual('document' in plain && plain.document)
  })

  it('is told of a PDF whose properties are not packed, in letters of any kind', async () => {
    const add = (words: string) => new Uint8Array([...text('%PDF-1.4\n1 0 obj << '), ...text(words), ...text(' >> endobj')])
    const people = async (words: string) => (await tracesOf('pdf', add(words), readTools))?.people
    expect(await people('/Author (Zhang \\(San\\))')).toEqual(['Zhang (San)'])
    expect(await people('/Author <FEFF5F204E09>')).toEqual(['张三'])
    const raw = Uint8Array.from([0xfe, 0xff, 0x5f, 0x20, 0x4e, 0x09, 0x75, 0x9b])
    const bytes = new Uint8Array([...text('%PDF-1.4 /Author ('), ...raw, ...text(')')])
    expect((await tracesOf('pdf', bytes, readTools))?.people).toEqual(['张三疛'])
    expect(await people('/Author (x) /Encrypt 5 0 R')).toBeUndefined()
  })

  it('is told of a workbook of Excel 97', async () => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet([['甲']]), '表')
    book.Props = { Author: '张三', LastAuthor: '李四', Company: 'X' }
    const file = new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }))
    expect(await tracesOf('xls', file, readTools)).toEqual(traces({ people: ['张三', '李四'], organisations: ['X'] }))
  })

  it('is nothing where the file says nothing, or that part is damaged', async () => {
    expect(await tracesOf('txt', sample('txt'), readTools)).toBeUndefined()
    const damaged = withParts(sample('docx'), () => ({ 'docProps/core.xml': text('<a><b></a>') }))
    const reading = await readFile(damaged, readTools)
    expect('document' in reading && reading.traces).toBeUndefined()
  })

  it('is short, whatever the file holds', async () => {
    const many = Array.from(
      { length: 500 },
      (_, index) => `<w:comment w:author="${'长'.repeat(90)}${index}"/><w:comment w:author="甲${index}"/>`,
    ).join('')
    const file = withParts(sample('docx'), () => ({
      'word/comments.xml': text(`<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${many}</w:comments>`),
    }))
    const found = await tracesOf('docx', file, readTools)
    expect([found?.comments, found?.commenters.length]).toEqual([1000, 10])
    expect(Math.max(...(found?.commenters ?? []).map((name) => name.length))).toBe(40)
  })

  it('is said in words', () => {
    expect(traceWords(undefined)).toEqual([])
    expect(traceWords(files.docx?.expected)).toEqual([
      '文件中有3条批注(赵六),没有读取',
      '文件属性中写有作者或最后保存的人:张三、李四 & 王五',
      '文件属性中写有单位:某科技公司',
    ])
  })
})
