import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { libreofficeMixed } from '../libreoffice-mixed.ts'
import { outline } from '../outline.ts'
import { contentOf, testReader } from '../test-reader.ts'
import { COVERED, cell, h, item, list, type OdtParts, odtOf, p, row, table } from './odt-file.ts'

const fixture = new Uint8Array(readFileSync(new URL('files/libreoffice-mixed.odt', import.meta.url)))

const read = async (body: string, parts?: OdtParts) => {
  const { blocks, remarks } = await contentOf('odt', odtOf(body, parts))
  return { blocks: outline(blocks), remarks, sources: blocks.map(({ source }) => source) }
}
const blocksOf = async (body: string, parts?: OdtParts) => (await read(body, parts)).blocks

describe('the reader of odt', () => {
  it('reads white space as the format means it', async () => {
    expect(await blocksOf(p('  甲 \n  乙<text:s text:c="3"/>丙<text:tab/>丁<text:line-break/> 戊<text:span> 己</text:span> 庚 '))).toEqual([
      '甲 乙   丙\t丁\n 戊 己 庚',
    ])
  })

  it('reads spans, links, fields and references, but neither notes nor comments', async () => {
    const note = '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>'
    const comment = '<office:annotation><text:p>批注</text:p></office:annotation>'
    const ruby = '<text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>zi</text:ruby-text></text:ruby>'
    expect(
      await blocksOf(p(`甲${note}<text:span>乙${comment}</text:span><text:a>丙</text:a><text:date>2025年</text:date>${ruby}`)),
    ).toEqual(['甲乙丙2025年字'])
  })

  it('reads merged, covered and repeated cells', async () => {
    const both = 'table:number-columns-spanned="2" table:number-rows-spanned="2"'
    expect(
      await blocksOf(
        table(
          `<table:table-header-rows>${row(cell(p('头'), both), COVERED, cell(p('一')))}</table:table-header-rows>`,
          row('<table:covered-table-cell table:number-columns-repeated="2"/>', cell('')),
          row(cell(p('0'), 'table:number-columns-repeated="3"')),
          `<table:table-row table:number-rows-repeated="2">${cell(p('尾'))}</table:table-row>`,
        ),
      ),
    ).toEqual([[['0+2v2:头', '2:一'], ['2:'], ['0:0', '1:0', '2:0'], ['0:尾'], ['0:尾']]])
  })

  it('reads tables in cells, and says where each cell stands', async () => {
    const { blocks } = await contentOf('odt', odtOf(p('甲') + table(row(cell(p('乙') + table(row(cell(p('丙'))))), cell(p('丁'))))))
    expect(outline(blocks)).toEqual(['甲', [[{ 0: ['乙', [['0:丙']]] }, '1:丁']]])
    const [, outer] = blocks
    expect(outer?.source).toEqual({ table: 1 })
    expect(outer?.kind === 'table' && outer.rows[0]?.map(({ source }) => source)).toEqual([
      { table: 1, row: 1, cell: 1 },
      { table: 1, row: 1, cell: 2 },
    ])
  })

  const level = (number: number, format: string, suffix: string, more = '') =>
    `<text:list-level-style-number text:level="${number}" style:num-format="${format}" style:num-suffix="${suffix}" ${more}/>`
  const LISTS = `<text:list-style style:name="L">${level(1, '一, 二, 三, ...', '、')}${level(2, '1', '.')}</text:list-style>`

  it('prints the numbers of lists, levels and lists that go on', async () => {
    const body =
      list('L', item(p('甲')) + item(`${p('乙') + p('又')}<text:list>${item(p('子'))}${item(p('丑'))}</text:list>`) + item(p('丙'))) +
      p('间') +
      list('L', item(p('丁')), 'text:continue-numbering="true"') +
      list('L', `<text:list-header>${p('无')}</text:list-header>${item(p('戊'), 'text:start-value="6"')}${item(p('己'))}`)
    expect(await blocksOf(body, { styles: LISTS })).toEqual([
      '一、甲',
      '二、乙',
      '又',
      '1.子',
      '2.丑',
      '三、丙',
      '间',
      '四、丁',
      '无',
      '六、戊',
      '七、己',
    ])
  })

  it('prints several levels and the spelling of LibreOffice', async () => {
    const styles = `<text:list-style style:name="D">${level(1, '1', '')}${level(2, '1', ')', 'text:display-levels="2" style:num-prefix="("')}</text:list-style><text:list-style style:name="N">${level(1, '①, ②, ③, ...', '', 'loext:num-list-format="第%1%项:"')}</text:list-style>`
    const nested = item(`${p('甲')}<text:list>${item(p('乙'))}</text:list>`)
    expect(await blocksOf(list('D', nested) + list('N', item(p('丙'))), { styles })).toEqual(['1 甲', '(1.1)乙', '第①项:丙'])
  })

  it('numbers headings by the outline', async () => {
    const common = `<text:outline-style><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>`
    expect(await blocksOf(h('总体情况') + h('小节', 2) + h('主动公开'), { common })).toEqual(['一、总体情况', '小节', '二、主动公开'])
  })

  it('leaves hidden text out, and says so', async () => {
    const styles =
      '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>' +
      '<style:style style:name="K" style:family="paragraph" style:parent-style-name="Base"/>'
    const common = '<style:style style:name="Base" style:family="paragraph"><style:text-properties text:display="none"/></style:style>'
    const body =
      p('甲<text:span text:style-name="H">密</text:span>乙') +
      p('密', 'K') +
      `<text:section text:display="none">${p('密')}</text:section>` +
      p('密<text:hidden-paragraph text:is-hidden="true"/>') +
      p('丙<text:hidden-text text:is-hidden="true">密</text:hidden-text>')
    expect(await read(body, { styles, common })).toMatchObject({ blocks: ['甲乙', '丙'], remarks: ['hidden-text-left-out'] })
  })

  it('does not read what was deleted under tracking', async () => {
    const deleted =
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>删去</text:p></text:deletion></text:changed-region></text:tracked-changes>'
    expect(await read(deleted + p('甲<text:change/>乙<text:change-start/>丙<text:change-end/>'))).toMatchObject({
      blocks: ['甲乙丙'],
      remarks: ['tracked-changes-accepted'],
    })
  })

  it('says where pictures are, and reads text boxes behind their paragraph', async () => {
    const image = '<draw:frame><draw:image/><draw:image/><svg:title>题</svg:title></draw:frame>'
    const box = `<draw:frame><draw:text-box>${p('框内')}${table(row(cell(p('框甲')), cell(p('5'))))}</draw:text-box></draw:frame>`
    const { blocks, remarks } = await read(p(`甲${image}乙`) + p(`丙${box}丁`))
    expect(blocks).toEqual(['甲乙', '[picture]', '丙丁', '框内', [['0:框甲', '1:5']]])
    expect(remarks).toEqual(['text-box-read'])
  })

  it('counts pages where the file notes them', async () => {
    const styles = '<style:style style:name="B" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>'
    const body = p('甲<text:soft-page-break/>乙') + table(row(cell(p('丙'))), '<text:soft-page-break/>', row(cell(p('丁')))) + p('戊', 'B')
    const attributes = ' text:use-soft-page-breaks="true"'
    const pages = async (parts: OdtParts) => (await read(body, parts)).sources.map(({ page }) => page)
    expect(await pages({ styles, attributes })).toEqual([1, 2, 4])
    expect(await pages({ styles: '' })).toEqual([1, 2, 3])
  })

  it('reads a file of LibreOffice: lists, fields, tracked changes, hidden text, a table in a table, a picture', async () => {
    const { blocks, remarks } = await contentOf('odt', fixture)
    expect(outline(blocks)).toEqual(libreofficeMixed({ styled: '① 样式编号' }))
    expect(remarks).toEqual(['tracked-changes-accepted', 'hidden-text-left-out'])
  })
})

const deepTables =
  '<table:table><table:table-row><table:table-cell>'.repeat(40) + '</table:table-cell></table:table-row></table:table>'.repeat(40)
const repeated = `<table:table-row table:number-rows-repeated="999999">${cell('', 'table:number-columns-repeated="999999"')}</table:table-row>`

testReader('odt', {
  refuses: {
    'a file under a password': {
      file: odtOf(p('甲'), { manifest: '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>' }),
      unreadable: 'encrypted',
    },
    'a paragraph that never ends': { file: odtOf('<text:p>甲'), unreadable: 'damaged' },
    'a paragraph in a paragraph': { file: odtOf(p(p('甲'))), unreadable: 'damaged' },
    'a table in a table': { file: odtOf(table(table(row(cell(''))))), unreadable: 'damaged' },
    'a file cut off': { file: fixture.subarray(0, 9_000), unreadable: 'damaged' },
    'tables deeper in each other than the limit': { file: odtOf(deepTables), unreadable: 'too-complex', limit: '嵌套32层' },
    'blanks without end': { file: odtOf(p('<text:s text:c="1000"/>'.repeat(1001))), unreadable: 'too-complex', limit: '1000000字' },
    'rows and columns repeated without end': {
      file: odtOf(table(repeated)),
      unreadable: 'too-complex',
      limit: '50000个段落或单元格',
    },
  },
})
