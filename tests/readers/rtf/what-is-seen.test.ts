import { describe, expect, it } from 'vitest'
import { rtfReader } from '../../../shared/readers/rtf/reader.ts'
import { type Outlined, outlineOf } from '../test-reader.ts'

const HEAD = `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f2\\fcharset2 Symbol;}{\\f3\\fcharset2{\\*\\panose 05}Wingdings;}}
{\\colortbl;\\red255\\green255\\blue255;\\red31\\green56\\blue100;\\red250\\green250\\blue250;}
{\\stylesheet{\\s0 Normal;}{\\s20\\v Secret;}{\\*\\cs15\\additive\\v Unseen;}{\\*\\cs16\\additive\\strike Gone;}{\\*\\cs17\\additive\\super Mark;}}`

const read = (body: string) =>
  outlineOf(
    rtfReader,
    Uint8Array.from(`${HEAD}${body}}`, (letter) => letter.charCodeAt(0)),
  )
/** A table of one cell, whose definition may say more of it. */
const inCell = (cell: string, definition = '') => read(`\\trowd${definition}\\cellx900\\pard\\plain\\intbl ${cell}\\cell\\row\\pard a\\par`)
const cellOf = (text: string, ...remarks: string[]): Outlined => ({ blocks: [[[text]], 'a'], remarks }) as Outlined

describe('letters raised or lowered in RTF', () => {
  it.each([
    ['\\super', '18{\\super 1}', '18¹'],
    ['\\sub', '18{\\sub 1}', '18₁'],
    ['\\up, however far', '18{\\up8\\fs16 1}', '18¹'],
    ['\\up without a number', '18{\\up 1}', '18¹'],
    ['\\dn', '18{\\dn6 1}', '18₁'],
    ['a mark before the figure', '{\\super 1}18', '¹18'],
    ['a mark in two groups', '18{\\super 1}{\\super\\b 2}', '18¹²'],
    ['a mark in brackets', '18{\\super [1]}', '18[¹]'],
    ['letters after \\nosupersub', '1{\\super\\nosupersub 8}', '18'],
    ['letters after \\super0 and \\up0', '1{\\super\\super0\\up6\\up0 8}', '18'],
    ['letters after \\plain', '\\super\\plain 18', '18'],
    ['letters moved by half a point', '1{\\up1 8}', '18'],
    ['a figure raised as a whole', '{\\up6 1}{\\up6\\b 8}', '18'],
    ['letters raised beside letters', 'ta{\\super 1}', 'ta1'],
  ])('reads %s', async (_, cell, text) => expect(await inCell(cell)).toEqual(cellOf(`0:${text}`)))
})

describe('letters struck out in RTF', () => {
  it.each(['\\strike', '\\strike1', '\\striked', '\\striked1'])('leaves out %s', async (word) =>
    expect(await inCell(`{${word} 2}18`)).toEqual(cellOf('0:18', 'struck-text-left-out')),
  )

  it.each(['\\strike\\strike0', '\\striked1\\striked0', '\\strike\\plain', '\\v\\v0'])('reads letters after %s', async (words) =>
    expect(await inCell(`{${words} 2}18`)).toEqual(cellOf('0:218')),
  )
})

describe('letters that nobody sees in RTF', () => {
  it.each([
    ['\\v', '{\\v 2}18', ''],
    ['white on the page', '{\\cf1 2}18', ''],
    ['nearly white', '{\\cf3 2}18', ''],
    ['in the colour behind them', '{\\cf2\\chcbpat2 2}18', ''],
    ['in the colour of a marker', '{\\cf2\\highlight2 2}18', ''],
    ['in the colour of the paragraph', '\\cbpat2{\\cf2 2}18', ''],
    ['in the colour of the cell', '{\\cf2 2}18', '\\clcbpat2'],
    ['in the colour of the row', '{\\cf2 2}18', '\\trcbpat2'],
    ['in a pattern of one colour', '{\\cf2 2}18', '\\clcfpat2\\clcbpat1\\clshdng10000'],
    ['of half a point', '{\\fs1 2}18', ''],
    ['of one point', '{\\fs2 2}18', ''],
  ])('leaves out letters %s', async (_, cell, definition) =>
    expect(await inCell(cell, definition)).toEqual(cellOf('0:18', 'hidden-text-left-out')),
  )

  it.each([
    ['white on a dark cell', '{\\cf1 2}18', '\\clcbpat2'],
    ['white on a dark paragraph', '\\cbpat2{\\cf1 2}18', ''],
    ['white behind a dark marker', '{\\cf1\\highlight2 2}18', ''],
    ['white on a pattern', '{\\cf1 2}18', '\\clcbpat1\\clshdng5000'],
    ['without a colour, on black', '218', '\\clcfpat0\\clshdng10000'],
    ['hidden on the web only', '{\\webhidden 2}18', ''],
  ])('reads letters %s', async (_, cell, definition) => expect(await inCell(cell, definition)).toEqual(cellOf('0:218')))

  it('knows the colour of a cell that is defined behind its text', async () =>
    expect(await read('\\trowd\\cellx9\\intbl{\\cf1 7}\\cell\\trowd\\clcbpat2\\cellx900\\row\\pard a\\par')).toEqual(cellOf('0:7')))

  it('leaves out hidden paragraphs, their numbers and rows that nobody sees', async () => {
    expect(await read('{\\listtext 1.\\tab}{\\v b\\par}a\\par')).toEqual({ blocks: ['a'], remarks: ['hidden-text-left-out'] })
    expect(await read('\\trowd\\cellx900\\intbl{\\v 9\\cell\\row}\\intbl 18\\cell\\row\\pard a\\par')).toEqual(
      cellOf('0:18', 'hidden-text-left-out'),
    )
    expect(
      await read('\\trowd\\trrh-20\\cellx900\\intbl 9\\cell\\row\\trowd\\trrh-400\\cellx900\\intbl 18\\cell\\row\\pard a\\par'),
    ).toEqual(cellOf('0:18', 'hidden-text-left-out'))
  })

  it.each([
    ['a hidden style of letters', '{\\cs15 2}18', '0?shown-otherwise:218'],
    ['a struck-out one', '{\\cs16 2}18', '0?shown-otherwise:218'],
    ['a raised one', '18{\\cs17 1}', '0?shown-otherwise:181'],
    ['a hidden style of the paragraph', '\\s20 18', '0?shown-otherwise:18'],
    ['a raised one of the whole figure', '{\\cs17 18}', '0:18'],
    ['one that the letters speak against', '{\\cs15\\v0 2}18', '0:218'],
  ])('is in doubt where %s is not repeated', async (_, cell, text) => expect(await inCell(cell)).toEqual(cellOf(text)))

  it('leaves out letters that repeat their hidden style', async () =>
    expect(await inCell('{\\cs15\\v 2}18')).toEqual(cellOf('0:18', 'hidden-text-left-out')))
})

describe('values of RTF that are no plain letters', () => {
  const field = (instruction: string, result = '') => `{\\field{\\*\\fldinst{ ${instruction} }}{\\fldrslt{${result}}}}`
  const form = (data: string) => `{\\*\\formfield{${data}}}`
  it.each([
    ['a digit of the font Symbol', '{\\f2 1}8', '0:18'],
    ['one in the private area', '{\\f2\\u-4047?}8', '0:18'],
    ['a sign of the font Symbol', "160{\\f2\\'b0}C", '0:160°C'],
    ['a tick', "{\\f3\\'fc}", '0:✓'],
    ['a letter of Wingdings, which draws no digits', '{\\f3 1}8', '0:\uf0318'],
    ['a symbol by field', `${field('SYMBOL 49 \\\\f "Symbol" \\\\s 11')}8`, '0:18'],
    ['the result of a text field', field(`FORMTEXT ${form('\\fftype0{\\*\\ffdeftext 5}')}`, '18'), '0:18'],
    ['its standard text', field(`FORMTEXT ${form('\\fftype0{\\*\\ffname n}{\\*\\ffdeftext 18}')}`), '0?shown-otherwise:18'],
    ['a choice', field(`FORMDROPDOWN ${form('\\fftype2\\ffres1\\ffdefres0{\\*\\ffl 17}{\\*\\ffl 18}')}`), '0:18'],
    ['the standard choice', field(`FORMDROPDOWN ${form('\\fftype2\\ffres25\\ffdefres1{\\*\\ffl 17}{\\*\\ffl 18}')}`), '0:18'],
    ['a ticked box', field(`FORMCHECKBOX ${form('\\fftype1\\ffres1')}`), '0:☑'],
    ['an equation by field', field('EQ \\\\o(1,8)'), '0?shown-otherwise:18'],
    ['a sum without a result', field('=9+9'), '0?stale-formula:'],
    ['a power', '{\\mmath{\\*\\moMath{\\msSup{\\msSupPr{\\mctrlPr\\i }}{\\me{\\mr 18}}{\\msup{\\mr 2}}}}}', '0:18²'],
    ['a fraction', '{\\mmath{\\*\\moMath{\\mf{\\mnum{\\mr 1}}{\\mden{\\mr 8}}}}}', '0?shown-otherwise:1/8'],
  ])('reads %s', async (_, cell, text) => expect(await inCell(cell)).toEqual(cellOf(text)))
})

describe('groups of RTF that say no text', () => {
  it.each([
    ['lists whose groups lack \\*', '{\\listtable{\\list{\\listlevel{\\leveltext x;}{\\levelnumbers y;}}{\\listname 年报;}}}a\\par'],
    ['other tables without it', '{\\rsidtbl\\rsid1 x}{\\revtbl{Author;}}{\\userprops{\\propname p}{\\staticval 7}}{\\themedata 00}a\\par'],
    ['a style of letters behind \\*', '{\\b0\\*\\cs7\\cf0 a}\\par'],
    ['one at the head of its group', '{\\*\\cs7 a}\\par'],
  ])('reads what stands behind %s', async (_, body) => expect(await read(body)).toEqual({ blocks: ['a'], remarks: [] }))

  it('keeps a paragraph whose mark is deleted out of the table behind it', async () =>
    expect(await read('b{\\deleted\\par}\\trowd\\cellx900\\pard\\intbl 7\\cell\\row\\pard a\\par')).toEqual({
      blocks: ['b', [['0:7']], 'a'],
      remarks: [],
    }))

  it('takes moved text where it went to', async () =>
    expect(await read('{\\mvf x}b{\\mvt a}\\par')).toEqual({ blocks: ['ba'], remarks: ['tracked-changes-accepted'] }))

  it('reads rows without any definition one column a cell, and is not sure of them', async () =>
    expect(await read('\\pard\\intbl 1\\cell 2\\cell\\row\\pard a\\par')).toEqual({
      blocks: [{ trust: 'uncertain', rows: [['0:1', '1:2']] }, 'a'],
      remarks: ['broken-table-row'],
    }))
})
