import { describe, expect, it } from 'vitest'
import { formatNumber } from '../../../shared/readers/list-numbers/number-formats.ts'
import { blocksIn, line, p, r, t, tbl, tc, tr, W } from './docx-file.ts'

const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const abstract = (id: number, ...levels: string[]) => `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`
const num = (id: number, abstractId: number, more = '') => `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstractId}"/>${more}</w:num>`
const numbering = (...content: string[]) => ({ 'word/numbering.xml': `<w:numbering xmlns:w="${W}">${content.join('')}</w:numbering>` })
const styles = (...content: string[]) => ({ 'word/styles.xml': `<w:styles xmlns:w="${W}">${content.join('')}</w:styles>` })
const numPr = (numId: number, at = 0) => `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${numId}"/></w:numPr>`
const numbered = (text: string, numId: number, at = 0) => p(`<w:pPr>${numPr(numId, at)}</w:pPr>`, r(t(text)))
const styled = (text: string, style: string, more = '') => p(`<w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>`, r(t(text)))

const HEADINGS = abstract(
  0,
  level(0, 'chineseCounting', '%1、'),
  level(1, 'chineseCountingThousand', '(%2)'),
  level(2, 'decimal', '%3.'),
  level(3, 'decimal', '%1.%4', '<w:isLgl/>'),
)

describe('automatic numbers', () => {
  it('stand in front of the text, each level on its own count', async () => {
    const body =
      numbered('总体情况', 1) +
      numbered('主动公开', 1, 1) +
      numbered('依申请公开', 1, 1) +
      line('正文') +
      numbered('主动公开政府信息情况', 1) +
      numbered('规章', 1, 1) +
      numbered('其他', 1, 2)
    expect(await blocksIn(body, numbering(HEADINGS, num(1, 0)))).toEqual([
      '一、总体情况',
      '(一)主动公开',
      '(二)依申请公开',
      '正文',
      '二、主动公开政府信息情况',
      '(一)规章',
      '1.其他',
    ])
  })

  it('are legal where the level says so, and keep apart from the text where no mark does', async () => {
    expect(await blocksIn(numbered('甲', 1) + numbered('乙', 1, 3) + numbered('丙', 1, 3), numbering(HEADINGS, num(1, 0)))).toEqual([
      '一、甲',
      '1.1 乙',
      '1.2 丙',
    ])
    expect(
      await blocksIn(
        numbered('总则', 1),
        numbering(abstract(0, level(0, 'chineseCounting', '第%1条', '<w:suff w:val="nothing"/>')), num(1, 0)),
      ),
    ).toEqual(['第一条总则'])
  })

  it('go on in lists of one abstract list, and start anew where a list says so', async () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    const parts = numbering(HEADINGS, num(1, 0), num(2, 0), num(3, 0, restart))
    const body = numbered('甲', 1) + numbered('乙', 2) + numbered('丙', 3) + numbered('丁', 3)
    expect(await blocksIn(body, parts)).toEqual(['一、甲', '二、乙', '五、丙', '六、丁'])
  })

  it('take a level that a list puts in the place of the abstract one', async () => {
    const override = `<w:lvlOverride w:ilvl="0">${level(0, 'decimal', '%1)')}</w:lvlOverride>`
    expect(await blocksIn(numbered('甲', 1) + numbered('乙', 1), numbering(HEADINGS, num(1, 0, override)))).toEqual(['1)甲', '2)乙'])
  })

  it('never restart where the level says so', async () => {
    const list = abstract(0, level(0, 'decimal', '%1.'), level(1, 'decimal', '[%2]', '<w:lvlRestart w:val="0"/>'))
    const body = numbered('甲', 1) + numbered('乙', 1, 1) + numbered('丙', 1) + numbered('丁', 1, 1)
    expect(await blocksIn(body, numbering(list, num(1, 0)))).toEqual(['1.甲', '[1]乙', '2.丙', '[2]丁'])
  })

  it('come by the style, by the one it is based on, and by the level that names it', async () => {
    const list = abstract(
      0,
      level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>'),
      level(1, 'chineseCounting', '(%2)', '<w:pStyle w:val="H2"/>'),
    )
    const parts = {
      ...numbering(list, num(1, 0)),
      ...styles(
        '<w:style w:styleId="H1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
        '<w:style w:styleId="H2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
        '<w:style w:styleId="H1Own"><w:basedOn w:val="H1"/></w:style>',
        '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>',
      ),
    }
    const body = styled('甲', 'H1') + styled('乙', 'H2') + styled('丙', 'H1Own') + styled('丁', 'Loop') + styled('戊', 'H1', numPr(0))
    expect(await blocksIn(body, parts)).toEqual(['一、甲', '(一)乙', '二、丙', '丁', '戊'])
  })

  it('come by a list style', async () => {
    const linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
    const parts = {
      ...numbering(HEADINGS, linked, num(1, 0), num(2, 1)),
      ...styles('<w:style w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'),
    }
    expect(await blocksIn(numbered('甲', 2), parts)).toEqual(['一、甲'])
  })

  it('fill cells that hold nothing else, and count past a paragraph that joins the next', async () => {
    const empty = p(`<w:pPr>${numPr(1, 2)}</w:pPr>`)
    const joined = p(`<w:pPr>${numPr(1, 2)}<w:rPr><w:del/></w:rPr></w:pPr>`, r(t('甲')))
    expect(await blocksIn(tbl(tr(tc(empty)), tr(tc(empty))) + joined + numbered('乙', 1, 2), numbering(HEADINGS, num(1, 0)))).toEqual([
      [['0:1.'], ['0:2.']],
      '3.甲乙',
    ])
  })

  it('say nothing for bullets, lists that are not there, and files without the part', async () => {
    const parts = numbering(abstract(0, level(0, 'bullet', '')), num(1, 0), num(2, 7))
    expect(await blocksIn(numbered('甲', 1) + numbered('乙', 2) + numbered('丙', 9), parts)).toEqual(['甲', '乙', '丙'])
    expect(await blocksIn(numbered('甲', 1) + styled('乙', 'H1'))).toEqual(['甲', '乙'])
  })

  it('bear values beyond reason', async () => {
    const parts = numbering(
      abstract(0, '<w:lvl w:ilvl="9999999"><w:start w:val="-1e99"/><w:numFmt w:val="constructor"/><w:lvlText w:val="%1、"/></w:lvl>'),
      num(1, 0),
    )
    expect(await blocksIn(numbered('甲', 1, 1e9), parts)).toEqual(['1、甲'])
  })
})

it.each([
  ['chineseCounting', '一 十 十一 二十 二十三 一百零五 一百一十'],
  ['japaneseCounting', '一 十 十一 二十 二十三 一百零五 一百一十'],
  ['ideographDigital', '一 一〇 一一 二〇 二三 一〇五 一一〇'],
  ['chineseLegalSimplified', '壹 壹拾 壹拾壹 贰拾 贰拾叁 壹佰零伍 壹佰壹拾'],
  ['decimal', '1 10 11 20 23 105 110'],
  ['decimalZero', '01 10 11 20 23 105 110'],
  ['decimalFullWidth', '\uff11 \uff11\uff10 \uff11\uff11 \uff12\uff10 \uff12\uff13 \uff11\uff10\uff15 \uff11\uff11\uff10'],
  ['decimalEnclosedCircle', '① ⑩ ⑪ ⑳ 23 105 110'],
  ['ideographEnclosedCircle', '㈠ ㈩ 11 20 23 105 110'],
  ['upperRoman', 'I X XI XX XXIII CV CX'],
  ['lowerLetter', 'a j k t w aaaaa fffff'],
  ['ideographTraditional', '甲 癸 甲 癸 丙 戊 癸'],
  ['a format to come', '1 10 11 20 23 105 110'],
])('prints numbers as %s', (format, printed) => {
  expect([1, 10, 11, 20, 23, 105, 110].map((value) => formatNumber(format, value)).join(' ')).toBe(printed)
})
