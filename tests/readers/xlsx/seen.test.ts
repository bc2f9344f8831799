import { type Reads, testReader } from '../test-reader.ts'
import { workbookOf } from './workbook.ts'

const LABEL = '<c r="A1" t="inlineStr"><is><t>行政许可</t></is></c>'
const inline = (runs: string): string => `${LABEL}<c r="B1" t="inlineStr"><is>${runs}</is></c>`
const run = (text: string, font = ''): string => `<r><rPr>${font}</rPr><t xml:space="preserve">${text}</t></r>`
const shared = (text: string) => ({ cells: `${LABEL}<c r="B1" t="s"><v>0</v></c>`, strings: `<si>${text}</si>` })

const styles = (fonts: string, fills = '<fill><patternFill patternType="none"/></fill>', formats = '', xf = '') =>
  `<numFmts>${formats}</numFmts><fonts><font/>${fonts}</fonts><fills>${fills}</fills><cellXfs><xf numFmtId="0" fontId="0" fillId="0"/><xf fontId="1" fillId="0" ${xf}/></cellXfs><dxfs><dxf><fill><patternFill patternType="solid"><fgColor rgb="FF000000"/></patternFill></fill></dxf></dxfs>`
const styled = (...given: Parameters<typeof styles>) => ({ cells: `${LABEL}<c r="B1" s="1"><v>18</v></c>`, styles: styles(...given) })

const reads = (given: Parameters<typeof workbookOf>[0], shown: string, remarks: Reads['remarks'] = []): Reads => ({
  file: workbookOf(given),
  blocks: [[['0:行政许可', shown]]],
  remarks,
})
/** The cell is left out, and the label alone is no table any more. */
const without = (given: Parameters<typeof workbookOf>[0], remark: NonNullable<Reads['remarks']>[number]): Reads => ({
  file: workbookOf(given),
  blocks: [[['0:行政许可']]],
  remarks: [remark],
})

const SUPER = '<vertAlign val="superscript"/>'
const formula = (stored: string, type = '') => `${LABEL}<c r="B1"${type}><f>9+9</f>${stored}</c>`
const STALE = '1?stale-formula:'

const SHOWN_OTHERWISE = '1?shown-otherwise:18'
/** A figure under a rule for the cells of a range. */
const conditional = (format: string, { range = 'B1:C3', rule = '<cfRule type="cellIs" dxfId="0"/>' } = {}) => ({
  cells: `${LABEL}<c r="B1"><v>18</v></c>`,
  styles: `<cellXfs><xf/></cellXfs><dxfs><dxf>${format}</dxf></dxfs>`,
  behind: `<conditionalFormatting sqref="A9 ${range}">${rule}</conditionalFormatting>`,
})
/** The same as programs since Excel 2010 write it, at the end of the sheet. */
const conditionalBehind = (rule: string, range = 'B1:C3') => ({
  cells: `${LABEL}<c r="B1"><v>18</v></c>`,
  behind:
    '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}">' +
    '<x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">' +
    `${rule}<xm:sqref>A9 ${range}</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`,
})
const ruleOf2010 = (look: string): string =>
  `<x14:cfRule type="expression" priority="1"><xm:f>$A$1=1</xm:f><x14:dxf>${look}</x14:dxf></x14:cfRule>`
const place = (name: 'from' | 'to', column: number, row: number, offset = 0): string =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>${offset}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${offset}</xdr:rowOff></xdr:${name}>`
const shape = (properties: string, words = ''): string =>
  `<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2"/></xdr:nvSpPr><xdr:spPr>${properties}</xdr:spPr>${words}</xdr:sp>`
/** A figure in B1, with something drawn over cells. */
const drawnOver = (content: string, from = place('from', 1, 0), to = place('to', 2, 1)) => ({
  cells: `${LABEL}<c r="B1"><v>18</v></c>`,
  drawing: `<xdr:twoCellAnchor>${from}${to}${content}<xdr:clientData/></xdr:twoCellAnchor>`,
})
const FILLED = shape('<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>')

testReader('xlsx', {
  reads: {
    'a figure that a rule may show as nothing': reads(conditional('<numFmt numFmtId="170" formatCode=";;;"/>'), SHOWN_OTHERWISE),
    'a figure that a rule may set in the colour of the paper': reads(conditional('<font><color rgb="FFFFFFFF"/></font>'), SHOWN_OTHERWISE),
    'a figure that a rule may strike out': reads(conditional('<font><strike/></font>'), SHOWN_OTHERWISE),
    'a figure on a ground of its colour by a rule': reads(
      conditional('<fill><patternFill><bgColor rgb="FF000000"/></patternFill></fill>'),
      SHOWN_OTHERWISE,
    ),
    'a figure behind a bar that shows no figures': reads(
      conditional('', { rule: '<cfRule type="dataBar"><dataBar showValue="0"><cfvo type="min"/></dataBar></cfRule>' }),
      SHOWN_OTHERWISE,
    ),
    'a figure that a later rule may show as nothing': reads(
      conditionalBehind(ruleOf2010('<numFmt numFmtId="170" formatCode=";;;"/>')),
      SHOWN_OTHERWISE,
    ),
    'a figure that a later rule may set in the colour of the paper': reads(
      conditionalBehind(ruleOf2010('<font><color theme="0"/></font>')),
      SHOWN_OTHERWISE,
    ),
    'a figure behind icons that show no figures': reads(
      conditionalBehind('<x14:cfRule type="iconSet"><x14:iconSet iconSet="3Stars" showValue="0"/></x14:cfRule>'),
      SHOWN_OTHERWISE,
    ),
    'a figure behind a later bar that shows no figures': reads(
      conditionalBehind('<x14:cfRule type="dataBar"><x14:dataBar showValue="0"/></x14:cfRule>'),
      SHOWN_OTHERWISE,
    ),
    'a figure that a later rule only colours': reads(conditionalBehind(ruleOf2010('<font><color rgb="FFC00000"/></font>')), '1:18'),
    'a figure beside those that a later rule is for': reads(conditionalBehind(ruleOf2010('<font><strike/></font>'), 'C1:C3'), '1:18'),
    'a figure that a rule only colours': reads(
      conditional('<font><b/><color rgb="FFFFFFFF"/></font><fill><patternFill><bgColor rgb="FFC00000"/></patternFill></fill>'),
      '1:18',
    ),
    'a figure beside those that a rule is for': reads(conditional('<font><strike/></font>', { range: 'C1:C3' }), '1:18'),
    'a figure under a text box': reads(
      drawnOver(shape('<a:noFill/>', '<xdr:txBody><a:p><a:r><a:t>81</a:t></a:r></a:p></xdr:txBody>')),
      '1?covered:18',
    ),
    'a figure under a filled shape': reads(drawnOver(FILLED, place('from', 0, 0)), '1?covered:18'),
    'a figure under a shape of which only the size is stated': reads(
      {
        ...drawnOver(''),
        drawing: `<xdr:oneCellAnchor>${place('from', 1, 0)}<xdr:ext cx="500000" cy="100000"/>${FILLED}</xdr:oneCellAnchor>`,
      },
      '1?covered:18',
    ),
    'a figure beside a shape that begins where its cell ends': reads(drawnOver(FILLED, place('from', 2, 0), place('to', 3, 1)), '1:18'),
    'a figure beside a shape that ends where its cell begins': reads(drawnOver(FILLED, place('from', 0, 0), place('to', 1, 1)), '1:18'),
    'a figure with a line across': reads(drawnOver(shape('<a:noFill/><a:ln><a:solidFill/></a:ln>')), '1:18'),
    'a mark raised beside a figure in the cell': reads({ cells: inline(run('18') + run('1', SUPER)) }, '1:18¹'),
    'the same in a shared text': reads(shared(run('18') + run('1', SUPER)), '1:18¹'),
    'the same where the figure has the font of its cell': reads(shared(`<r><t>18</t></r>${run('1', SUPER)}`), '1:18¹'),
    'a digit struck out before a figure': reads(shared(run('2', '<strike/>') + run('18')), '1:18', ['struck-text-left-out']),
    'one that is said not to be struck': reads(shared(run('2', '<strike val="0"/>') + run('18')), '1:218'),
    'a digit of the colour of the paper': reads(shared(run('18') + run('7', '<color theme="0"/>')), '1:18', ['hidden-text-left-out']),
    'letters without the readings set above them': reads(shared('<t>数量</t><rPh sb="0" eb="2"><t>shuliang</t></rPh>'), '1:数量'),
    'a figure struck out by its cell': without(styled('<font><strike/></font>'), 'struck-text-left-out'),
    'a figure of the colour of its cell': without(
      styled(
        '<font><color rgb="FF00B0F0"/></font>',
        '<fill><patternFill patternType="solid"><fgColor rgb="FF00B0F0"/></patternFill></fill>',
      ),
      'hidden-text-left-out',
    ),
    'a white figure on a dark cell': reads(
      styled('<font><color theme="0"/></font>', '<fill><patternFill patternType="solid"><fgColor rgb="FF1F4E79"/></patternFill></fill>'),
      '1:18',
    ),
    'a figure that its format hides': reads(
      styled('<font/>', undefined, '<numFmt numFmtId="170" formatCode=";;;"/>', 'numFmtId="170"'),
      '1?shown-otherwise:18',
    ),
    'a built-in date of East Asia': reads(
      { ...styled('<font/>', undefined, '', 'numFmtId="31"'), cells: `${LABEL}<c r="B1" s="1"><v>45292</v></c>` },
      '1:2024年1月1日',
    ),
    'references to letters, once': reads(shared('<t>18&#25143;&amp;#55;</t>'), '1:18户&#55;'),
    'references in the cell itself, and letters beyond the first plane': reads({ cells: inline('<t>&#x5341;&#128540;𠮷</t>') }, '1:十😜𠮷'),
    'letters that XML cannot hold': reads(shared('<t>第一行_x000D_&#10;第二行</t>'), '1:第一行\n第二行'),
    'a formula by its result': reads({ cells: formula('<v>18</v>') }, '1:18'),
    'a formula whose result is a blank text': { file: workbookOf({ cells: formula('<v></v>', ' t="str"') }), blocks: [[['0:行政许可']]] },
    'a formula without a result': reads({ cells: formula('') }, STALE),
    'a formula of a workbook that is calculated when it is opened': reads(
      { cells: formula('<v>0</v>'), workbook: '<calcPr fullCalcOnLoad="1"/>' },
      `${STALE}0`,
    ),
    'a figure of such a workbook that is no formula': reads(
      { cells: `${LABEL}<c r="B1"><v>18</v></c>`, workbook: '<calcPr fullCalcOnLoad="1"/>' },
      '1:18',
    ),
    'cells that do not say where they stand': reads({ cells: '<c t="inlineStr"><is><t>行政许可</t></is></c><c><v>18</v></c>' }, '1:18'),
    'rows without height, and columns without width': {
      file: workbookOf({
        cells: `${LABEL}<c r="B1"><v>7</v></c><c r="C1"><v>18</v></c>`,
        rows: '<row r="2" ht="0" customHeight="1"><c r="A2"><v>9</v></c></row>',
        columns: '<cols><col min="2" max="2" width="0"/></cols>',
      }),
      blocks: [[['0:行政许可', '1:18']]],
      remarks: ['hidden-text-left-out'],
    },
    'a workbook with threaded comments and people': reads(
      {
        cells: inline('<t>18</t>'),
        parts: { 'xl/threadedComments/threadedComment1.xml': '<a/>', 'xl/persons/person.xml': '<a/>', 'xl/comments1.xml': '<a/>' },
      },
      '1:18',
    ),
    'a workbook whose part has another name': reads({ cells: inline('<t>18</t>'), name: 'Book/Main.xml' }, '1:18'),
  },
  refuses: {
    'a sheet that the workbook points at in vain': {
      file: workbookOf({ cells: LABEL, workbook: '<sheets><sheet name="无" sheetId="2" r:id="rId9"/></sheets>' }),
      unreadable: 'damaged',
    },
    'a figure that is no number': { file: workbookOf({ cells: `${LABEL}<c r="B1"><v>1x</v></c>` }), unreadable: 'damaged' },
    'a cell beyond the last column': { file: workbookOf({ cells: '<c r="XFE1"><v>1</v></c>' }), unreadable: 'damaged' },
  },
})
