import { describe, expect, it } from 'vitest'
import { contentOf, outlineOf, testReader } from '../test-reader.ts'
import { blocksIn, docxOf, line, p, r, t, tbl, tc, tr } from './docx-file.ts'

const CHANGE = 'w:id="1" w:author="复核" w:date="2025-01-05T10:00:00Z"'
const field = (code: string, result: string): string =>
  r('<w:fldChar w:fldCharType="begin"/>') +
  r(`<w:instrText>${code}</w:instrText>`) +
  r('<w:fldChar w:fldCharType="separate"/>') +
  result +
  r('<w:fldChar w:fldCharType="end"/>')

const TEXTS: Record<string, { body: string; read: string[] }> = {
  'runs, joined': { body: p(r(t('新收')), '<w:proofErr w:type="gramStart"/>', r(t('12')), r(t('件'))), read: ['新收12件'] },
  'spaces at the ends of a run': { body: p(r(t('共 ')), r(t(' 3 件'))), read: ['共  3 件'] },
  'entities and literal text': { body: p(r(t('&lt;&amp;&gt;&#x5E74;&#24230;&quot;<![CDATA[<b>&amp;]]>'))), read: ['<&>年度"<b>&amp;'] },
  'text broken over lines in the file': { body: p(r('<w:t>\n  主动\n  公开\n</w:t>')), read: ['主动 公开'] },
  'tabs, but not tab stops': {
    body: p('<w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr>', r(`${t('1')}<w:tab/>${t('2')}<w:ptab/>`)),
    read: ['1\t2\t'],
  },
  'line breaks': { body: p(r(`<w:br/>${t('商业')}<w:br/>${t('企业')}<w:cr/>`)), read: ['商业\n企业'] },
  hyphens: { body: p(r(`${t('2024')}<w:noBreakHyphen/>${t('20')}<w:softHyphen/>${t('25')}`)), read: ['2024-2025'] },
  'symbols, no footnote mark, no ruby': {
    body: p(
      r(`<w:sym w:font="Wingdings" w:char="F0FE"/>${t('是')}<w:footnoteReference w:id="2"/>`),
      r(`<w:ruby><w:rt>${r(t('hàn'))}</w:rt><w:rubyBase>${r(t('汉'))}</w:rubyBase></w:ruby>`),
    ),
    read: ['☑是汉'],
  },
  'links, smart tags, content controls': {
    body:
      p(`<w:hyperlink r:id="rId9">${r(t('网站'))}</w:hyperlink>`, `<w:smartTag w:element="date">${r(t('2024年'))}</w:smartTag>`) +
      `<w:sdt><w:sdtPr><w:alias w:val="x"/><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>${p(`<w:sdt><w:sdtContent>${r(t('收费'))}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
    read: ['网站2024年', '收费'],
  },
  'results of fields without their codes': {
    body: p(field(' =SUM(ABOVE) ', r(t('80'))), '<w:fldSimple w:instr="PAGE">', r(t('7')), '</w:fldSimple>'),
    read: ['807'],
  },
  'no result that serves the code of another field': { body: p(field(` IF ${field(' X ', r(t('1')))} = 1 `, r(t('是')))), read: ['是'] },
  'what follows a field that never ends': { body: p(r('<w:fldChar w:fldCharType="begin"/>')) + line('三、收到'), read: ['三、收到'] },
  'formulas in a line': {
    body: p(
      `<m:oMath><m:r><m:t>4+5</m:t></m:r></m:oMath>`,
      `<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>`,
    ),
    read: ['4+51/2'],
  },
  'no empty paragraphs': { body: `<w:p/>${p(r(t(' ')))}${line('甲')}${p(r('<w:br/>'))}`, read: ['甲'] },
  'the first alternative alone': {
    body: p(
      `<mc:AlternateContent><mc:Choice Requires="wps">${r(t('新'))}</mc:Choice><mc:Choice Requires="x">${r(t('又'))}</mc:Choice><mc:Fallback>${r(t('旧'))}</mc:Fallback></mc:AlternateContent>`,
      r(t('完')),
    ),
    read: ['新完'],
  },
  'the fallback where it stands alone': {
    body: p(`<mc:AlternateContent><mc:Fallback>${r(t('旧'))}</mc:Fallback></mc:AlternateContent>`),
    read: ['旧'],
  },
}

testReader('docx', {
  reads: Object.fromEntries(Object.entries(TEXTS).map(([name, { body, read: blocks }]) => [name, { file: docxOf(body), blocks }])),
})

const read = (body: string) => contentOf('docx', docxOf(body))
const remarked = (body: string) => outlineOf('docx', docxOf(body))

describe('tracked changes', () => {
  it('are read as accepted', async () => {
    const body = p(
      `<w:del ${CHANGE}>${r('<w:delText>17</w:delText>')}</w:del>`,
      `<w:ins ${CHANGE}>${r(t('18'))}</w:ins>`,
      `<w:moveFrom ${CHANGE}>${r(t('移走'))}</w:moveFrom>`,
      `<w:moveTo ${CHANGE}>${r(t('移来'))}</w:moveTo>`,
    )
    expect(await remarked(body)).toEqual({ blocks: ['18移来'], remarks: ['tracked-changes-accepted'] })
  })

  it('join paragraphs whose mark is deleted, which then stand where the first began', async () => {
    const marked = (text: string) => p(`<w:pPr><w:rPr><w:del ${CHANGE}/></w:rPr></w:pPr>`, r(t(text)))
    const { blocks } = await read(marked('二、主动') + line('公开') + line('下一段') + marked('末段'))
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '二、主动公开', source: { paragraph: 1 } },
      { kind: 'paragraph', text: '下一段', source: { paragraph: 3 } },
      { kind: 'paragraph', text: '末段', source: { paragraph: 4 } },
    ])
  })

  it('join nothing over a table', async () => {
    const marked = p(`<w:pPr><w:rPr><w:del ${CHANGE}/></w:rPr></w:pPr>`, r(t('甲')))
    expect(await blocksIn(marked + tbl(tr(tc(line('1')))) + line('乙'))).toEqual(['甲', [['0:1']], '乙'])
  })

  it('of formats change no word, whatever stood before', async () => {
    const body = p(r(`<w:rPr><w:rPrChange ${CHANGE}><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>${t('可见')}`))
    expect(await remarked(body)).toEqual({ blocks: ['可见'], remarks: [] })
  })
})

describe('hidden text', () => {
  it('is left out, and that is remarked', async () => {
    const body = p(
      r(`<w:rPr><w:vanish/></w:rPr>${t('隐藏')}<w:tab/>`),
      r(t('可见')),
      r(`<w:rPr><w:vanish w:val="0"/></w:rPr>${t('也可见')}`),
    )
    expect(await remarked(body)).toEqual({ blocks: ['可见也可见'], remarks: ['hidden-text-left-out'] })
  })

  it('is not what has a hidden paragraph mark', async () => {
    expect(await remarked(p('<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>', r(t('可见'))))).toEqual({ blocks: ['可见'], remarks: [] })
  })
})

describe('text boxes', () => {
  const box = (content: string) => `<w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict>`

  it('are read once, after the paragraph they hang on', async () => {
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${line('框内')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback>${box(line('框内'))}</mc:Fallback></mc:AlternateContent>`
    const body = p(r(t('前')), r(both), r(t('后'))) + line('下一段')
    expect(await remarked(body)).toEqual({ blocks: ['前后', '框内', '下一段'], remarks: ['text-box-read'] })
  })

  it('hold tables, and boxes of their own', async () => {
    const inner = tbl(tr(tc(line('1')), tc(p(r(box(line('内框'))), r(t('2'))))))
    expect(await blocksIn(p(r(box(inner + line('框内')))))).toEqual([[['0:1', '1:2\n内框']], '框内'])
  })

  it('in hidden runs are hidden', async () => {
    const body = p(r(`<w:rPr><w:vanish/></w:rPr>${box(line('框内'))}`), r(t('可见')))
    expect(await remarked(body)).toEqual({ blocks: ['可见'], remarks: ['hidden-text-left-out'] })
  })
})

it('tells pictures, drawn and embedded, after their paragraph', async () => {
  const drawn = '<w:drawing><a:graphic><a:graphicData><a:blip r:embed="rId5"/></a:graphicData></a:graphic></w:drawing>'
  const embedded = '<w:object><v:shape><v:imagedata r:id="rId6"/></v:shape></w:object>'
  const { blocks } = await read(p(r(drawn), r(t('见图'))) + tbl(tr(tc(p(r(embedded))))))
  expect(blocks).toEqual([
    { kind: 'paragraph', text: '见图', source: { paragraph: 1 } },
    { kind: 'picture', source: { paragraph: 1 } },
    {
      kind: 'table',
      source: { table: 1 },
      rows: [
        [
          {
            column: 0,
            columnSpan: 1,
            rowSpan: 1,
            blocks: [{ kind: 'picture', source: { table: 1, row: 1, cell: 1 } }],
            source: { table: 1, row: 1, cell: 1 },
          },
        ],
      ],
    },
  ])
})

describe('pages', () => {
  const pagesOf = async (body: string) => (await read(body)).blocks.map(({ source }) => source.page)
  const layout = '<w:lastRenderedPageBreak/>'
  const person = '<w:br w:type="page"/>'

  it('are not told where the file notes no break', async () => {
    expect(await pagesOf(line('甲') + line('乙'))).toEqual([undefined, undefined])
  })

  it("are counted by Word's layout", async () => {
    expect(await pagesOf(line('甲') + p(r(layout + t('乙'))) + p(r(t('丙') + layout + t('丙'))) + line('丁'))).toEqual([1, 2, 2, 3])
  })

  it('are counted by the breaks of a person', async () => {
    expect(await pagesOf(line('甲') + p(r(person)) + line('乙') + p(r(person + t('丙'))))).toEqual([1, 2, 3])
  })

  it('are counted once where a person broke and Word laid out', async () => {
    expect(await pagesOf(line('甲') + p(r(person)) + p(r(layout + t('乙'))) + p(r(layout + t('丙'))))).toEqual([1, 2, 3])
  })

  it('of a table are the one of its first cell', async () => {
    const table = tbl(tr(tc(p(r(layout + t('1'))))), tr(tc(p(r(layout + t('2'))))))
    const { blocks } = await read(line('甲') + table)
    const [, block] = blocks
    if (block?.kind !== 'table') throw new Error('no table')
    expect([block.source, ...block.rows.map(([cell]) => cell?.source)]).toEqual([
      { table: 1, page: 2 },
      { table: 1, row: 1, cell: 1, page: 2 },
      { table: 1, row: 2, cell: 1, page: 3 },
    ])
  })
})
