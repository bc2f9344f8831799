import { describe, expect, it } from 'vitest'
import { readTools } from '../../../functions/node/read-tools.ts'
import { readFile } from '../../../shared/readers/read-file.ts'
import { outline } from '../outline.ts'
import { documentXml, docxOf, line, p, r, relationships, t, tbl, tc, tr, zipOf } from './docx-file.ts'

const chunk = (id = 'rId0'): string => `<w:altChunk r:id="${id}"/>`
const withPart = (body: string, name: string, part: string | Uint8Array): Uint8Array =>
  docxOf(body, { 'word/_rels/document.xml.rels': relationships({ aFChunk: name }), [`word/${name}`]: part })

const read = async (file: Uint8Array) => {
  const reading = await readFile(file, readTools)
  return 'unreadable' in reading ? reading.unreadable : { blocks: outline(reading.document.blocks), remarks: reading.remarks }
}

const HTML = '<html><body><p>甲</p><table><tr><td>1</td><td>3</td></tr></table></body></html>'

describe('a part that a document takes in', () => {
  it.each([
    ['html', HTML, ['甲', [['0:1', '1:3']]]],
    ['rtf', '{\\rtf1 abc}', ['abc']],
    ['txt', '甲\n乙\n', ['甲', '乙']],
    ['docx', docxOf(line('甲')), ['甲']],
  ])('is read where it stands: %s', async (name, part, blocks) => {
    expect(await read(withPart(line('前') + chunk() + line('后'), `part.${name}`, part))).toMatchObject({ blocks: ['前', ...blocks, '后'] })
  })

  it('is read in a cell, and what was left out of it is remarked', async () => {
    const part = docxOf(p(r(`<w:rPr><w:strike/></w:rPr>${t('2')}`), r(t('3'))) + tbl(tr(tc(line('1')))))
    expect(await read(withPart(tbl(tr(tc(chunk() + line('后')))), 'part.docx', part))).toEqual({
      blocks: [[[{ 0: ['3', [['0:1']], '后'] }]]],
      remarks: ['struck-text-left-out'],
    })
  })

  it('says where its cells stand in it', async () => {
    const reading = await readFile(withPart(line('前') + chunk(), 'part.html', HTML), readTools)
    const block = 'unreadable' in reading ? undefined : reading.document.blocks[2]
    expect(block?.kind === 'table' && block.rows[0]?.map(({ source }) => source)).toEqual([
      { row: 1, cell: 1 },
      { row: 1, cell: 2 },
    ])
  })

  it.each([
    ['that is not there', docxOf(line('前') + chunk('rId9'))],
    ['that is damaged', withPart(line('前') + chunk(), 'part.docx', docxOf(line('甲')).subarray(0, 90))],
    ['of a format that Word does not take in', withPart(line('前') + chunk(), 'part.pdf', new TextEncoder().encode('%PDF-1.7'))],
  ])('%s refuses the document', async (_, file) => {
    expect(await read(file)).toBe('embedded')
  })

  it('in parts without end refuses the document', async () => {
    let file = docxOf(line('甲'))
    for (let depth = 0; depth < 5; depth++) file = withPart(chunk(), 'part.docx', file)
    expect(await read(file)).toBe('embedded')
  })

  it('is no reason to refuse where it is empty', async () => {
    const file = zipOf({ '_rels/.rels': relationships({ officeDocument: 'word/document.xml' }), 'word/document.xml': documentXml('') })
    expect(await read(withPart(line('前') + chunk(), 'part.docx', file))).toMatchObject({ blocks: ['前'] })
  })
})
