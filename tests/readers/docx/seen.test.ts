import { describe, expect, it } from 'vitest'
import { outlineOf, type Reads, testReader } from '../test-reader.ts'
import { blocksIn, docxOf, line, p, r, t, tbl, tc, tr, W } from './docx-file.ts'

const HIDDEN = ['hidden-text-left-out'] as const
const STRUCK = ['struck-text-left-out'] as const

const set = (properties: string, text: string): string => r(`<w:rPr>${properties}</w:rPr>${t(text)}`)
const styled = (style: string, text: string): string => set(`<w:rStyle w:val="${style}"/>`, text)
const textStyle = (id: string, properties: string, more = ''): string =>
  `<w:style w:type="character" w:styleId="${id}">${more}<w:rPr>${properties}</w:rPr></w:style>`
const paragraphStyle = (id: string, properties: string, attributes = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"${attributes}><w:pPr/><w:rPr>${properties}</w:rPr></w:style>`
const tableStyle = (id: string, content: string): string => `<w:style w:type="table" w:styleId="${id}">${content}</w:style>`
const styles = (...content: string[]) => ({ 'word/styles.xml': `<w:styles xmlns:w="${W}">${content.join('')}</w:styles>` })
const inStyle = (style: string, ...runs: string[]): string => p(`<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`, ...runs)
/** A table of one cell. */
const cell = (content: string, properties = '', table = ''): string =>
  tbl(tr(tc(content, properties))).replace('<w:tblPr/>', `<w:tblPr>${table}</w:tblPr>`)
const inTableStyle = (style: string, content: string): string => cell(content, '', `<w:tblStyle w:val="${style}"/>`)
const read = (blocks: Reads['blocks'], body: string, remarks: Reads['remarks'] = [], parts = {}): Reads => ({
  file: docxOf(body, parts),
  blocks,
  remarks,
})

const MARK = r(t('18'))
const raisedBy = (run: string, parts = {}): Reads => read(['18¹'], p(MARK, run), [], parts)
const struckBy = (run: string, parts = {}): Reads => read(['18'], p(run, MARK), STRUCK, parts)
const hiddenBy = (run: string, parts = {}): Reads => read(['18'], p(run, MARK), HIDDEN, parts)

const RAISED: Record<string, Reads> = {
  'a superscript': raisedBy(set('<w:vertAlign w:val="superscript"/>', '1')),
  'a position above the line': raisedBy(set('<w:position w:val="10"/>', '1')),
  'a superscript by a style of characters': raisedBy(styled('S', '1'), styles(textStyle('S', '<w:vertAlign w:val="superscript"/>'))),
  'a superscript by the style that a style is based on': raisedBy(
    styled('T', '1'),
    styles(textStyle('S', '<w:vertAlign w:val="superscript"/>'), textStyle('T', '', '<w:basedOn w:val="S"/>')),
  ),
  'a mark of a note that the writer chose': raisedBy(r(`<w:footnoteReference w:customMarkFollows="1" w:id="2"/>${t('1')}`)),
  'a raised mark before a figure, with a blank between': read(['¹ 18'], p(set('<w:vertAlign w:val="superscript"/>', '1'), r(t(' 18')))),
  'raised marks behind each other': read(
    ['18¹,²'],
    p(MARK, set('<w:vertAlign w:val="superscript"/>', '1'), set('<w:vertAlign w:val="superscript"/>', ',2')),
  ),
  'a subscript': read(['18₁'], p(MARK, set('<w:vertAlign w:val="subscript"/>', '1'))),
  'a position below the line': read(['18₁'], p(MARK, set('<w:position w:val="-10"/>', '1'))),
  'a superscript switched off over a style': read(
    ['181'],
    p(MARK, set('<w:rStyle w:val="S"/><w:vertAlign w:val="baseline"/>', '1')),
    [],
    styles(textStyle('S', '<w:vertAlign w:val="superscript"/>')),
  ),
  'a digit evened out by a point': read(['18'], p(r(t('1')), set('<w:position w:val="2"/>', '8'))),
  'a figure that is raised as a whole': read(['18'], p(set('<w:position w:val="10"/>', '1'), set('<w:position w:val="10"/>', '8'))),
  'raised letters beside letters': read(['18m2'], p(r(t('18m')), set('<w:vertAlign w:val="superscript"/>', '2'))),
  'the exponent of an equation': read(
    ['18²'],
    p('<m:oMath><m:sSup><m:e><m:r><m:t>18</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>'),
  ),
  'exponents of exponents and indexes': read(
    ['18²³₄'],
    p(
      '<m:oMath><m:sSup><m:e><m:r><m:t>18</m:t></m:r></m:e><m:sup><m:sSup><m:e><m:r><m:t>2</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup></m:sup></m:sSup>' +
        '<m:sSub><m:e/><m:sub><m:r><m:t>4</m:t></m:r></m:sub></m:sSub></m:oMath>',
    ),
  ),
}

const LEFT_OUT: Record<string, Reads> = {
  'text struck out': struckBy(set('<w:strike/>', '2')),
  'text struck out twice': struckBy(set('<w:dstrike w:val="1"/>', '2')),
  'text struck out by a style of characters': struckBy(styled('S', '2'), styles(textStyle('S', '<w:strike/>'))),
  'text struck out by a style of paragraphs': read(
    ['18'],
    inStyle('P', r(t('2'))) + p(MARK),
    STRUCK,
    styles(paragraphStyle('P', '<w:strike/>')),
  ),
  'text struck out by a style of tables': read(
    [[['0:']]],
    inTableStyle('T', line('2')),
    STRUCK,
    styles(tableStyle('T', '<w:rPr><w:strike/></w:rPr>')),
  ),
  'text struck out by a style, but not here': read(
    ['218'],
    p(set('<w:rStyle w:val="S"/><w:strike w:val="0"/>', '2'), MARK),
    [],
    styles(textStyle('S', '<w:strike/>')),
  ),
  'text hidden by a style of characters': hiddenBy(styled('S', '2'), styles(textStyle('S', '<w:vanish/>'))),
  'text hidden by the usual style of paragraphs': read(
    ['18'],
    p(r(t('2'))) + p(set('<w:vanish w:val="0"/>', '18')),
    HIDDEN,
    styles(paragraphStyle('N', '<w:vanish/>', ' w:default="1"')),
  ),
  'text hidden by the defaults of the document': read(
    ['18'],
    p(r(t('2')), set('<w:vanish w:val="false"/>', '18')),
    HIDDEN,
    styles('<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>'),
  ),
  'text that two styles hide, which Word shows': read(
    ['218'],
    inStyle('P', styled('S', '2'), set('<w:vanish w:val="0"/>', '18')),
    [],
    styles(textStyle('S', '<w:vanish/>'), paragraphStyle('P', '<w:vanish/>')),
  ),
  'text hidden on the web alone': read(['218'], p(set('<w:webHidden/>', '2'), MARK)),
  'white text': hiddenBy(set('<w:color w:val="FFFFFF"/>', '2')),
  'text in the white of the theme': hiddenBy(set('<w:color w:val="000000" w:themeColor="background1"/>', '2')),
  'nearly white text': hiddenBy(set('<w:color w:val="FDFDFD"/>', '2')),
  'grey text of the theme, which is seen': read(
    ['218'],
    p(set('<w:color w:val="7F7F7F" w:themeColor="background1" w:themeShade="80"/>', '2'), MARK),
  ),
  'text in the colour of what marks it': hiddenBy(set('<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>', '2')),
  'text in the colour of its shading': hiddenBy(set('<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>', '2')),
  'letters of a point': hiddenBy(set('<w:sz w:val="2"/>', '2')),
  'letters without width': hiddenBy(set('<w:w w:val="1"/>', '2')),
  'letters that are not painted': hiddenBy(
    set('<w14:textFill xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w14:noFill/></w14:textFill>', '2'),
  ),
  'white text on the dark ground of its cell': read(
    [[['0:18']]],
    cell(p(set('<w:color w:val="FFFFFF"/>', '18')), '<w:shd w:val="clear" w:fill="1F4E79"/>'),
  ),
  'text in the colour of its cell': read(
    [[['0:18']]],
    cell(p(set('<w:color w:val="1F4E79"/>', '2'), MARK), '<w:shd w:val="clear" w:fill="1F4E79"/>'),
    HIDDEN,
  ),
  'white text where a style of tables colours some cells: seen, and not certain': read(
    [[['0?shown-otherwise:18']]],
    inTableStyle('T', p(set('<w:color w:val="FFFFFF"/>', '18'))),
    [],
    styles(tableStyle('T', '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr></w:tblStylePr>')),
  ),
  'text that a style of tables sets in white in some cells: seen, and not certain': read(
    [[['0?shown-otherwise:18']]],
    inTableStyle('T', line('18')),
    [],
    styles(tableStyle('T', '<w:tblStylePr w:type="lastRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:tblStylePr>')),
  ),
  'text that a style of tables strikes out in some cells': read(
    [[['0?shown-otherwise:18']]],
    inTableStyle('T', line('18')),
    [],
    styles(tableStyle('T', '<w:tblStylePr w:type="firstRow"><w:rPr><w:strike/></w:rPr></w:tblStylePr>')),
  ),
  'text that a style of tables sets in white on a dark ground in its first row': read(
    [[['0:18']]],
    inTableStyle('T', line('18')),
    [],
    styles(
      tableStyle(
        'T',
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr></w:tblStylePr>',
      ),
    ),
  ),
}

const CELLS = (text: string): string => tc(p(set('<w:vanish/>', text)))
const ROWS: Record<string, Reads> = {
  'rows that are hidden with all they hold': read(
    [[['0:甲', '1:1']]],
    tbl(`<w:tr><w:trPr><w:hidden/></w:trPr>${CELLS('甲')}${CELLS('7')}</w:tr>`, tr(tc(line('甲')), tc(line('1')))),
    HIDDEN,
  ),
  'rows too low for a letter': read(
    [[['0:甲']]],
    tbl(`<w:tr><w:trPr><w:trHeight w:val="1" w:hRule="exact"/></w:trPr>${tc(line('乙'))}</w:tr>`, tr(tc(line('甲')))),
    HIDDEN,
  ),
  'low rows that grow with their text': read(
    [[['0:甲']]],
    tbl(`<w:tr><w:trPr><w:trHeight w:val="1" w:hRule="atLeast"/></w:trPr>${tc(line('甲'))}</w:tr>`),
  ),
  'merged cells over a hidden row': read(
    [[['0v2:甲', '1:1'], ['1:3']]],
    tbl(
      tr(tc(line('甲'), '<w:vMerge w:val="restart"/>'), tc(line('1'))),
      tr(tc(p(), '<w:vMerge/>'), CELLS('2')),
      tr(tc(p(), '<w:vMerge/>'), tc(line('3'))),
    ),
    HIDDEN,
  ),
  'cells merged with changes tracked': read(
    [[['0v2:甲'], []]],
    tbl(tr(tc(line('甲'), '<w:cellMerge w:vMerge="rest"/>')), tr(tc(line('乙'), '<w:cellMerge w:vMerge="cont"/>'))),
    ['tracked-changes-accepted'],
  ),
}

const form = (data: string, code: string): string =>
  r(`<w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar>`) +
  r(`<w:instrText>${code}</w:instrText>`) +
  r('<w:fldChar w:fldCharType="separate"/>') +
  r('<w:fldChar w:fldCharType="end"/>')
const bare = (code: string): string =>
  r('<w:fldChar w:fldCharType="begin"/>') + r(`<w:instrText>${code}</w:instrText>`) + r('<w:fldChar w:fldCharType="end"/>')
const inCell = (text: string, content: string): Reads => read([[[text]]], cell(p(content)))

const VALUES: Record<string, Reads> = {
  'the choice of a list': inCell(
    '0:18',
    form('<w:ddList><w:result w:val="1"/><w:listEntry w:val="5"/><w:listEntry w:val="18"/></w:ddList>', 'FORMDROPDOWN'),
  ),
  'the first choice where none was made': inCell(
    '0:5',
    form('<w:ddList><w:listEntry w:val="5"/><w:listEntry w:val="18"/></w:ddList>', 'FORMDROPDOWN'),
  ),
  'what a text field holds from the start': inCell('0:18', form('<w:textInput><w:default w:val="18"/></w:textInput>', 'FORMTEXT')),
  'the equation of a field': inCell('0:18', bare(' EQ \\x(18) ')),
  'an exponent in a field': inCell('0:18¹', bare('EQ 18\\s\\up8(1)')),
  'a ringed number in a field': inCell('0:⑱', bare('eq \\o\\ac(○,18)')),
  'a fraction in a field': inCell('0:1/2', bare('EQ \\f(1,2)')),
  'numbers printed over each other: not certain': inCell('0?stale-formula:', bare('EQ \\o(1,8)')),
  'a quotation': inCell('0:18', bare('QUOTE "18"')),
  'a formula without a result: not certain': inCell('0?stale-formula:', bare('=SUM(ABOVE)')),
  'a formula to be worked out anew: not certain': inCell(
    '0?stale-formula:18',
    `<w:fldSimple w:instr="=SUM(ABOVE)" w:dirty="true">${r(t('18'))}</w:fldSimple>`,
  ),
  'a content control': inCell('0:18', `<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>${r(t('18'))}</w:sdtContent></w:sdt>`),
  'a text that asks for a value: no number is certain in it': inCell(
    '0?shown-otherwise:填0',
    `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r(t('填0'))}</w:sdtContent></w:sdt>`,
  ),
  'elements of custom XML': inCell('0:18', `<w:customXml w:element="x">${r(t('18'))}</w:customXml>`),
  'a digit set as a symbol': inCell('0:18', r('<w:sym w:font="Symbol" w:char="F031"/>') + r(t('8'))),
  'a tick and a ringed number': inCell('0:✓③', r('<w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="wingdings" w:char="0083"/>')),
  'a symbol that has no character stays a private one': inCell('0:\uf03818', r(`<w:sym w:font="Wingdings" w:char="F038"/>${t('18')}`)),
  'text in a font of symbols': inCell(
    '0:✓α',
    set('<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>', '\uf0fc') + set('<w:rFonts w:ascii="Symbol"/>', 'a'),
  ),
  'a control of another program: not certain': inCell('0?shown-otherwise:', r('<w:object><w:control w:name="x"/></w:object>')),
}

testReader('docx', { reads: { ...RAISED, ...LEFT_OUT, ...ROWS, ...VALUES } })

describe('shapes that are not shown', () => {
  const WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
  const box = (before: string, text: string): string =>
    `<w:drawing><wp:anchor ${WP}>${before}<w:txbxContent>${line(text)}</w:txbxContent></wp:anchor></w:drawing>`

  it.each([
    ['drawn', box('<wp:docPr hidden="1" id="1" name="x"/>', '藏')],
    [
      'of VML',
      `<w:pict><v:shape style="width:10pt;visibility:hidden"><v:textbox><w:txbxContent>${line('藏')}</w:txbxContent></v:textbox></v:shape></w:pict>`,
    ],
  ])('are left out: %s', async (_, shape) => {
    const body = p(r(shape), r(t('见'))) + p(r(box('<wp:docPr id="2" name="y"/>', '框')))
    expect(await outlineOf('docx', docxOf(body))).toEqual({ blocks: ['见', '框'], remarks: ['hidden-text-left-out', 'text-box-read'] })
  })
})

describe('shapes that float over a cell', () => {
  const WP =
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
  const words = (text: string): string => `<w:txbxContent>${line(text)}</w:txbxContent>`
  const WHITE_GROUND = '<wps:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></wps:spPr>'
  const drawn = (content: string, { attributes = '', wrap = '<wp:wrapNone/>', away = 0 } = {}): string =>
    `<w:drawing><wp:anchor ${WP} ${attributes}><wp:positionV><wp:posOffset>${away}</wp:posOffset></wp:positionV>${wrap}<wps:wsp>${content}</wps:wsp></wp:anchor></w:drawing>`
  const vector = (style: string): string =>
    `<w:pict><v:shape style="position:absolute;${style}"><v:textbox>${words('81')}</v:textbox></v:shape></w:pict>`
  const doubts = async (shape: string, own = '18'): Promise<unknown> => {
    const blocks = await blocksIn(tbl(tr(tc(line('甲')), tc(p(r(shape), r(t(own))))), tr(tc(line('乙')), tc(line('2')))))
    return (blocks[0] as readonly (readonly string[])[]).map((cells) => cells[1]?.replace(/:.*/s, ''))
  }

  it.each([
    ['a box with a figure', drawn(words('81'))],
    ['a filled shape', drawn(WHITE_GROUND)],
    ['a box of VML', vector('margin-left:2pt;z-index:1')],
  ])('leave its figure uncertain: %s', async (_, shape) => expect(await doubts(shape)).toEqual(['1?covered', '1']))

  it.each([
    ['one with words alone', drawn(words('备注'))],
    ['one that text gives way to', drawn(words('81'), { wrap: '<wp:wrapSquare/>' })],
    ['one behind the text', drawn(words('81'), { attributes: 'behindDoc="1"' })],
    ['one that is hidden', drawn(words('81'), { wrap: '<wp:wrapNone/><wp:docPr hidden="1" id="1" name="x"/>' })],
    ['a box of VML behind the text', vector('z-index:-1')],
  ])('leave it as it is: %s', async (_, shape) => expect(await doubts(shape)).toEqual(['1', '1']))

  it('are read where the cell has no figure of its own', async () => expect(await doubts(drawn(words('81')), '')).toEqual(['1', '1']))

  it('leave all figures of the table uncertain where they hold one and stand elsewhere', async () =>
    expect(await doubts(drawn(words('81'), { away: 900_000 }))).toEqual(['1?covered', '1?covered']))
})
