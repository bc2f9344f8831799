import { joinBytes, toUtf8 } from '../encoding/chinese-bytes.ts'
import { HEAD } from '../mht/message.ts'
import { type Reads, testReader } from '../test-reader.ts'

type Remark = 'hidden-text-left-out' | 'struck-text-left-out'

/** A page with one row, and what its cells are read as. */
const row = (cells: string, read: readonly string[], remark?: Remark, style = ''): Reads => ({
  file: toUtf8(`<!DOCTYPE html><head><style>${style}</style></head><body><table><tr><td>行政强制</td>${cells}</tr></table></body>`),
  blocks: [[['0:行政强制', ...read.map((text, index) => `${index + 1}:${text}`)]]],
  ...(remark !== undefined && { remarks: [remark] }),
})
const cell = (inside: string, read: string, remark?: Remark, style?: string): Reads => row(`<td>${inside}</td>`, [read], remark, style)

const hidden = (style: string): Reads => cell(`<span style="${style}">2</span>18`, '18', 'hidden-text-left-out')
const byClass = (style: string): Reads => cell('<span class="old note">2</span>18', '18', 'hidden-text-left-out', style)
const byAttribute = (style: string): Reads => cell('<b data-part><i data-old="x y, z">2</i></b>18', '18', 'hidden-text-left-out', style)
/** It is seen, but where is not worked out. */
const doubtful = (style: string): Reads => ({
  file: toUtf8(`<table><tr><td>行政强制</td><td>18<span style="${style}">2</span></td></tr></table>`),
  blocks: [[['0:行政强制', '1?shown-otherwise:182']]],
})
const shown = (style: string): Reads => cell(`<span style="${style}">18</span>`, '18')

testReader('html', {
  reads: {
    'raised digits': cell('18<sup>1</sup>', '18¹'),
    'lowered digits': cell('18<sub>[1]</sub>', '18[₁]'),
    'digits raised by a style': cell('18<span style="vertical-align:super;font-size:smaller">1</span>', '18¹'),
    'digits raised by a class': cell('18<span class="fn">1</span>', '18¹', undefined, '.fn{vertical-align:super}'),
    'digits raised by a length': cell('18<span style="vertical-align:0.4em">1</span>', '18¹'),
    'digits moved up as Word writes it': cell("18<span style='position:relative;top:-4.0pt;mso-text-raise:4.0pt'>1</span>", '18¹'),
    'small digits at the top of their line': cell('18<span style="font-size:8px;vertical-align:top">1</span>', '18¹'),
    'digits within what is raised': cell('18<sup><a href="#n"><b>12</b></a></sup>', '18¹²'),
    'a figure that is moved as a whole to the middle of its cell': cell('<span style="position:relative;top:-3pt">18</span>', '18'),
    'a cell whose lines stand at its top': row('<td style="vertical-align:super">18</td>', ['18']),
    'a gloss of digits above a figure': cell('<ruby>18<rp>(</rp><rt>2</rt><rp>)</rp></ruby>', '18²'),
    'a gloss that says how a word is read': cell('<ruby>政务<rt>zhèngwù</rt></ruby>公开', '政务公开'),
    'exponents of formulas': cell('<math><msup><mn>10</mn><mn>2</mn></msup></math>', '10²'),
    'figures of formulas': cell('<math><semantics><mn>18</mn><annotation>81</annotation></semantics></math>', '18'),
    'fractions of formulas, which are no plain figure': cell('<math><mfrac><mn>1</mn><mn>8</mn></mfrac></math>', '1/8'),

    'text struck out by s': cell('<s>2</s>18', '18', 'struck-text-left-out'),
    'text struck out by strike': cell('<strike>2</strike>18', '18', 'struck-text-left-out'),
    'text struck out by a style': cell(
      '<span style="text-decoration: underline line-through red">2</span>18',
      '18',
      'struck-text-left-out',
    ),
    'text struck out by a class': cell(
      '<span class="gone">2</span>18',
      '18',
      'struck-text-left-out',
      '.gone { text-decoration-line : line-through }',
    ),
    'text within what is struck out, whatever it says': cell(
      '<s><span style="text-decoration:none">2</span></s>18',
      '18',
      'struck-text-left-out',
    ),
    's that a style sheet does not strike out': cell('<s>18</s>', '18', undefined, 's{text-decoration:none}'),
    'digits on both sides of what is struck out, which do not meet': cell('1<s>2</s>8', '1 8', 'struck-text-left-out'),

    'text that is not drawn': hidden('display:none'),
    'text that is hidden from Word': hidden('mso-hide:all'),
    'text that is not visible': hidden('visibility:hidden'),
    'text without opacity': hidden('opacity:0'),
    'text without size': hidden('font-size:0'),
    'text of size 0 in the short form': hidden('font:0/0 a'),
    'white text on white': hidden('color:#fff'),
    'nearly white text on white': hidden('color:rgb(253, 253, 253)'),
    'text without colour': hidden('color:transparent'),
    'text whose colour is filled with nothing': hidden('-webkit-text-fill-color:transparent'),
    'text in the colour of its own ground': hidden('color:navy;background:#000080'),
    'text cut away by clip': hidden('position:absolute;clip:rect(0 0 0 0)'),
    'text cut away by clip-path': hidden('clip-path:inset(50%)'),
    'text cut away as for readers of screens': hidden('position:absolute;width:1px;height:1px;overflow:hidden'),
    'text moved off the page': hidden('position:absolute;left:-9999px'),
    'text moved off the page by a transform': hidden('transform:translateX(-9999px)'),
    'text made small to nothing': hidden('transform:scale(0)'),
    'text of an element that is hidden': cell('<span hidden>2</span>18', '18', 'hidden-text-left-out'),
    'text of a closed box': cell('<details><summary>18</summary>2</details>', '18', 'hidden-text-left-out'),
    'text of an open box': cell('<details open><summary>18</summary>2</details>', '18\n2'),
    'text of a dialog that nobody opened': cell('18<dialog>2</dialog>', '18', 'hidden-text-left-out'),
    'text hidden by a class': byClass('.old{display:none}'),
    'text hidden by two classes': byClass('.note.old{visibility:hidden}'),
    'text hidden by its place': byClass('table td > span.note{font-size:0}'),
    'text hidden by a rule that beats a stronger one': byClass('.old{display:none!important} td span.old{display:inline}'),
    'text hidden on a screen': byClass('@media screen and (min-width: 800px) { .old{display:none} }'),
    'text hidden by a rule in a comment of old browsers': byClass('<!-- /* x */ .old{display:none} -->'),
    'text shown though what is around it is not visible': cell(
      '<span style="visibility:hidden">2<b style="visibility:visible">18</b></span>',
      '18',
      'hidden-text-left-out',
    ),
    'digits on both sides of what is not visible, which do not meet': cell(
      '1<span style="visibility:hidden">2</span>8',
      '1 8',
      'hidden-text-left-out',
    ),
    'digits on both sides of what takes no room': cell('1<span style="display:none">2</span>8', '18', 'hidden-text-left-out'),
    'rows that are hidden by a class': {
      file: toUtf8('<style>.old{display:none}</style><table><tr class=old><td>甲<td>1<tr><td>甲<td>2</table>'),
      blocks: [[['0:甲', '1:2']]],
      remarks: ['hidden-text-left-out'],
    },
    'figures that a style sheet puts in': cell('<span class=n></span>8', '18', undefined, '.n::before{content:"1"}'),
    'letters that are turned round, and say so': cell('<bdo dir=rtl>81</bdo>', '\u202e81\u202c'),

    'white text on a dark cell': row('<td style="background:#036;color:white">18</td>', ['18']),
    'white text on a dark row by a class': {
      file: toUtf8('<style>.h td{color:#fff} tr.h{background-color:rgb(0,51,102)}</style><table><tr class=h><td>甲<td>18</table>'),
      blocks: [[['0:甲', '1:18']]],
    },
    'white text on a dark cell by attributes': row('<td bgcolor=#003366><font color=white>18</font></td>', ['18']),
    'white text on a picture': row('<td style="background:url(a.png)"><span style="color:#fff">18</span></td>', ['18']),
    'text with a hanging indent': shown('display:block;text-indent:-21pt'),
    'text that only programs pass over': cell('<span aria-hidden="true">18</span>', '18'),
    'text of some opacity': shown('opacity:.6'),
    'text hidden in print alone': cell('<span class=old>18</span>', '18', undefined, '@media print { .old{display:none} }'),
    'text hidden on small screens alone': cell(
      '<span class=old>18</span>',
      '18',
      undefined,
      '@media (max-width:600px){.old{display:none}}',
    ),
    'text of letters whose gaps were taken away': cell('<div style="font-size:0"><div style="font-size:14px">18</div></div>', '18'),
    'text hidden when the mouse stands over it': cell('<span class=old>18</span>', '18', undefined, '.old:hover{display:none}'),
    'text hidden elsewhere': cell('<span class=old>18</span>', '18', undefined, '.menu .old, #top > .old{display:none}'),
    'text hidden by a style that is a comment': cell('<span class=old>18</span>', '18', undefined, '/* .old{display:none} */'),
    'cells that are cut off where they are too long': row('<td style="max-width:0;overflow:hidden">18</td>', ['18']),
    'names that every object has': cell('<constructor style="color:constructor">18</constructor>', '18'),

    'text of a white told by its lightness': hidden('color:hsl(0,0%,100%)'),
    'text that a filter takes away': hidden('filter:opacity(0)'),
    'text off the page by all its edges': hidden('position:absolute;inset:-9999px auto auto -9999px'),
    'text without width': hidden('display:inline-block;max-width:0;overflow-x:hidden'),
    'text of no scale': hidden('display:inline-block;scale:0'),
    'digits that the font draws raised': cell('18<span style="font-feature-settings:\'sups\'">1</span>', '18¹'),
    'digits raised by their position': cell('18<span style="font-variant-position:super">1</span>', '18¹'),
    'text cut to a shape': doubtful('clip-path:polygon(0 0,0 0,0 0)'),
    'text laid over other text': doubtful('position:absolute;left:0;background:#fff'),
    'text far to the right': doubtful('position:absolute;left:9999px'),
    'text drawn over what is before it': doubtful('margin-left:-9999px'),
    'text set closer than its letters are wide': doubtful('letter-spacing:-1em'),
    'text turned round': doubtful('display:inline-block;transform:scaleX(-1)'),
    'text whose place is a sum': doubtful('position:relative;left:calc(1em - 90px)'),
    'text that stands at the right, whatever comes before': doubtful('float:right'),
    'digits in another order than they stand': doubtful('display:flex;flex-direction:row-reverse'),
    'a table that is drawn elsewhere as a whole': {
      file: toUtf8(
        '<table><tr><td><div style="position:absolute;top:9px"><table><tr><td>甲</td><td>18</td></tr></table></div></td></tr></table>',
      ),
      blocks: [[[{ '0': [[['0:甲', '1:18']]] }]]],
    },

    'text that a selector of attributes hides': byAttribute('[data-old]{display:none}'),
    'text that the value of an attribute hides': byAttribute('i[data-old="x y, z"]{visibility:hidden}'),
    'text that a part of a value hides, in any case': byAttribute("[data-old*='Y' i]{display:none}"),
    'text that an attribute of what is around hides': byAttribute('[data-part] > i{display:none}'),
    'text that an attribute with another value shows': cell(
      '<i data-old="x">18</i>',
      '18',
      undefined,
      '[data-old=y],[data-new]{display:none}',
    ),
    'a hidden cell that a style sheet shows': row('<td hidden>18</td>', ['18'], undefined, '[hidden]{display:table-cell}'),
    'cells hidden by their place in the row': row(
      '<td>2</td><td>18</td>',
      ['18'],
      'hidden-text-left-out',
      'tr > td:nth-child(2){display:none} td:nth-child(4n+9),td:first-child:hover{display:none}',
    ),
    'elements hidden by every second place': cell(
      '<i>1</i><i>2</i><i>8</i>',
      '18',
      'hidden-text-left-out',
      'i:nth-child(2n){display:none}',
    ),
    'a figure in a drawing, which is not certain': {
      file: toUtf8('<table><tr><td>甲<td><svg><text>18</text></svg><td><svg><title>图</title></svg>3</table>'),
      blocks: [[['0:甲', '1?shown-otherwise:', '2:3']]],
    },

    'what is typed into a cell': row('<td><input type=text value=" 18 "></td><td><input value=2><input type=hidden value=9></td>', [
      '18',
      '2',
    ]),
    'what is chosen in a cell': row(
      '<td><select><option>1<option selected>18</select></td><td><select><option>3</option><option>4</option></select></td>',
      ['18', '3'],
    ),
    'what stands in a box of text': row('<td><textarea>18</textarea></td><td><input type=checkbox value=1></td>', ['18', '']),
    'no hint of what to type': cell('<input placeholder="18">', ''),
    'nothing of the fields around the tables': {
      file: toUtf8('<input value=2024><select><option>2023</select><textarea>x</textarea>甲'),
      blocks: ['甲'],
    },
  },
})

const sheet = (css: string): string => `--B-1\r\nContent-Type: text/css\r\nContent-Location: http://a/\r\n\r\n${css}\r\n`
const page = '--B-1\r\nContent-Type: text/html\r\n\r\n<table><tr><td>甲<td><i class=old>2</i>18</table>\r\n'

testReader('mht', {
  reads: {
    'a page whose style sheet is a part of its own': {
      file: joinBytes(toUtf8(`${HEAD}\tboundary="B-1"\r\n\r\n`), toUtf8(page + sheet('.old { display: none }')), toUtf8('--B-1--\r\n')),
      blocks: [[['0:甲', '1:18']]],
      remarks: ['hidden-text-left-out'],
    },
  },
})
