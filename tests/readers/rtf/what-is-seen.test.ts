import { type Reads, testReader } from '../test-reader.ts'

const HEAD = `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f2\\fcharset2 Symbol;}{\\f3\\fcharset2{\\*\\panose 05}Wingdings;}}
{\\colortbl;\\red255\\green255\\blue255;\\red31\\green56\\blue100;\\red250\\green250\\blue250;}
{\\stylesheet{\\s0 Normal;}{\\s20\\v Secret;}{\\*\\cs15\\additive\\v Unseen;}{\\*\\cs16\\additive\\strike Gone;}{\\*\\cs17\\additive\\super Mark;}}`

type Cases = Readonly<Record<string, Reads>>

const reads = (body: string, blocks: Reads['blocks'], ...remarks: NonNullable<Reads['remarks']>): Reads => ({
  file: Uint8Array.from(`${HEAD}${body}}`, (letter) => letter.charCodeAt(0)),
  blocks,
  remarks,
})
/** A table of one cell, read as this text; its definition may say more of it. */
const cell = (body: string, text: string, ...remarks: NonNullable<Reads['remarks']>): Reads => definedCell(body, '', text, ...remarks)
const definedCell = (body: string, definition: string, text: string, ...remarks: NonNullable<Reads['remarks']>): Reads =>
  reads(`\\trowd${definition}\\cellx900\\pard\\plain\\intbl ${body}\\cell\\row\\pard a\\par`, [[[text]], 'a'], ...remarks)

const RAISED: Cases = {
  '\\super': cell('18{\\super 1}', '0:18¹'),
  '\\sub': cell('18{\\sub 1}', '0:18₁'),
  '\\up, however far': cell('18{\\up8\\fs16 1}', '0:18¹'),
  '\\up without a number': cell('18{\\up 1}', '0:18¹'),
  '\\dn': cell('18{\\dn6 1}', '0:18₁'),
  'a mark before the figure': cell('{\\super 1}18', '0:¹18'),
  'a mark in two groups': cell('18{\\super 1}{\\super\\b 2}', '0:18¹²'),
  'a mark in brackets': cell('18{\\super [1]}', '0:18[¹]'),
  'letters after \\nosupersub': cell('1{\\super\\nosupersub 8}', '0:18'),
  'letters after \\super0 and \\up0': cell('1{\\super\\super0\\up6\\up0 8}', '0:18'),
  'letters after \\plain': cell('\\super\\plain 18', '0:18'),
  'letters moved by half a point': cell('1{\\up1 8}', '0:18'),
  'a figure raised as a whole': cell('{\\up6 1}{\\up6\\b 8}', '0:18'),
  'letters raised beside letters': cell('ta{\\super 1}', '0:ta1'),
}

const STRUCK: Cases = {
  'no letters under \\strike': cell('{\\strike 2}18', '0:18', 'struck-text-left-out'),
  'no letters under \\strike1': cell('{\\strike1 2}18', '0:18', 'struck-text-left-out'),
  'no letters under \\striked': cell('{\\striked 2}18', '0:18', 'struck-text-left-out'),
  'no letters under \\striked1': cell('{\\striked1 2}18', '0:18', 'struck-text-left-out'),
  'letters after \\strike\\strike0': cell('{\\strike\\strike0 2}18', '0:218'),
  'letters after \\striked1\\striked0': cell('{\\striked1\\striked0 2}18', '0:218'),
  'letters after \\strike\\plain': cell('{\\strike\\plain 2}18', '0:218'),
  'letters after \\v\\v0': cell('{\\v\\v0 2}18', '0:218'),
}

const HIDDEN: Cases = {
  'no letters \\v': definedCell('{\\v 2}18', '', '0:18', 'hidden-text-left-out'),
  'no letters white on the page': definedCell('{\\cf1 2}18', '', '0:18', 'hidden-text-left-out'),
  'no letters nearly white': definedCell('{\\cf3 2}18', '', '0:18', 'hidden-text-left-out'),
  'no letters in the colour behind them': definedCell('{\\cf2\\chcbpat2 2}18', '', '0:18', 'hidden-text-left-out'),
  'no letters in the colour of a marker': definedCell('{\\cf2\\highlight2 2}18', '', '0:18', 'hidden-text-left-out'),
  'no letters in the colour of the paragraph': definedCell('\\cbpat2{\\cf2 2}18', '', '0:18', 'hidden-text-left-out'),
  'no letters in the colour of the cell': definedCell('{\\cf2 2}18', '\\clcbpat2', '0:18', 'hidden-text-left-out'),
  'no letters in the colour of the row': definedCell('{\\cf2 2}18', '\\trcbpat2', '0:18', 'hidden-text-left-out'),
  'no letters in a pattern of one colour': definedCell('{\\cf2 2}18', '\\clcfpat2\\clcbpat1\\clshdng10000', '0:18', 'hidden-text-left-out'),
  'no letters of half a point': definedCell('{\\fs1 2}18', '', '0:18', 'hidden-text-left-out'),
  'no letters of one point': definedCell('{\\fs2 2}18', '', '0:18', 'hidden-text-left-out'),
  'letters white on a dark cell': definedCell('{\\cf1 2}18', '\\clcbpat2', '0:218'),
  'letters white on a dark paragraph': definedCell('\\cbpat2{\\cf1 2}18', '', '0:218'),
  'letters white behind a dark marker': definedCell('{\\cf1\\highlight2 2}18', '', '0:218'),
  'letters white on a pattern': definedCell('{\\cf1 2}18', '\\clcbpat1\\clshdng5000', '0:218'),
  'letters without a colour, on black': definedCell('218', '\\clcfpat0\\clshdng10000', '0:218'),
  'letters hidden on the web only': definedCell('{\\webhidden 2}18', '', '0:218'),
  'letters in the colour of a cell that is defined behind its text': reads(
    '\\trowd\\cellx9\\intbl{\\cf1 7}\\cell\\trowd\\clcbpat2\\cellx900\\row\\pard a\\par',
    [[['0:7']], 'a'],
  ),
  'no hidden paragraphs with their numbers': reads('{\\listtext 1.\\tab}{\\v b\\par}a\\par', ['a'], 'hidden-text-left-out'),
  'no hidden rows': reads(
    '\\trowd\\cellx900\\intbl{\\v 9\\cell\\row}\\intbl 18\\cell\\row\\pard a\\par',
    [[['0:18']], 'a'],
    'hidden-text-left-out',
  ),
  'no rows too low to be seen': reads(
    '\\trowd\\trrh-20\\cellx900\\intbl 9\\cell\\row\\trowd\\trrh-400\\cellx900\\intbl 18\\cell\\row\\pard a\\par',
    [[['0:18']], 'a'],
    'hidden-text-left-out',
  ),
  'what is not repeated, in doubt: a hidden style of letters': cell('{\\cs15 2}18', '0?shown-otherwise:218'),
  'what is not repeated, in doubt: a struck-out one': cell('{\\cs16 2}18', '0?shown-otherwise:218'),
  'what is not repeated, in doubt: a raised one': cell('18{\\cs17 1}', '0?shown-otherwise:181'),
  'what is not repeated, in doubt: a hidden style of the paragraph': cell('\\s20 18', '0?shown-otherwise:18'),
  'what is not repeated, in doubt: a raised one of the whole figure': cell('{\\cs17 18}', '0:18'),
  'what is not repeated, in doubt: one that the letters speak against': cell('{\\cs15\\v0 2}18', '0:218'),
  'no letters that repeat their hidden style': cell('{\\cs15\\v 2}18', '0:18', 'hidden-text-left-out'),
}

const field = (instruction: string, result = '') => `{\\field{\\*\\fldinst{ ${instruction} }}{\\fldrslt{${result}}}}`
const form = (data: string) => `{\\*\\formfield{${data}}}`
const VALUES: Cases = {
  'a digit of the font Symbol': cell('{\\f2 1}8', '0:18'),
  'one in the private area': cell('{\\f2\\u-4047?}8', '0:18'),
  'a sign of the font Symbol': cell("160{\\f2\\'b0}C", '0:160°C'),
  'a tick': cell("{\\f3\\'fc}", '0:✓'),
  'a letter of Wingdings, which draws no digits': cell('{\\f3 1}8', '0:\uf0318'),
  'a symbol by field': cell(`${field('SYMBOL 49 \\\\f "Symbol" \\\\s 11')}8`, '0:18'),
  'the result of a text field': cell(field(`FORMTEXT ${form('\\fftype0{\\*\\ffdeftext 5}')}`, '18'), '0:18'),
  'its standard text': cell(field(`FORMTEXT ${form('\\fftype0{\\*\\ffname n}{\\*\\ffdeftext 18}')}`), '0?shown-otherwise:18'),
  'a choice': cell(field(`FORMDROPDOWN ${form('\\fftype2\\ffres1\\ffdefres0{\\*\\ffl 17}{\\*\\ffl 18}')}`), '0:18'),
  'the standard choice': cell(field(`FORMDROPDOWN ${form('\\fftype2\\ffres25\\ffdefres1{\\*\\ffl 17}{\\*\\ffl 18}')}`), '0:18'),
  'a ticked box': cell(field(`FORMCHECKBOX ${form('\\fftype1\\ffres1')}`), '0:☑'),
  'an equation by field': cell(field('EQ \\\\o(1,8)'), '0?shown-otherwise:18'),
  'a sum without a result': cell(field('=9+9'), '0?stale-formula:'),
  'a power': cell('{\\mmath{\\*\\moMath{\\msSup{\\msSupPr{\\mctrlPr\\i }}{\\me{\\mr 18}}{\\msup{\\mr 2}}}}}', '0:18²'),
  'a fraction': cell('{\\mmath{\\*\\moMath{\\mf{\\mnum{\\mr 1}}{\\mden{\\mr 8}}}}}', '0?shown-otherwise:1/8'),
}

const GROUPS: Cases = {
  'what stands behind lists whose groups lack \\*': reads(
    '{\\listtable{\\list{\\listlevel{\\leveltext x;}{\\levelnumbers y;}}{\\listname 年报;}}}a\\par',
    ['a'],
  ),
  'what stands behind other tables without it': reads(
    '{\\rsidtbl\\rsid1 x}{\\revtbl{Author;}}{\\userprops{\\propname p}{\\staticval 7}}{\\themedata 00}a\\par',
    ['a'],
  ),
  'what stands behind a style of letters behind \\*': reads('{\\b0\\*\\cs7\\cf0 a}\\par', ['a']),
  'what stands behind one at the head of its group': reads('{\\*\\cs7 a}\\par', ['a']),
  'a paragraph whose mark is deleted apart from the table behind it': reads(
    'b{\\deleted\\par}\\trowd\\cellx900\\pard\\intbl 7\\cell\\row\\pard a\\par',
    ['b', [['0:7']], 'a'],
  ),
  'moved text where it went to': reads('{\\mvf x}b{\\mvt a}\\par', ['ba'], 'tracked-changes-accepted'),
  'rows without any definition one column a cell, unsure of them': reads(
    '\\pard\\intbl 1\\cell 2\\cell\\row\\pard a\\par',
    [{ trust: 'uncertain', rows: [['0:1', '1:2']] }, 'a'],
    'broken-table-row',
  ),
}

testReader('rtf', { reads: { ...RAISED, ...STRUCK, ...HIDDEN, ...VALUES, ...GROUPS } })
