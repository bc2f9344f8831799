import { describe, expect, it } from 'vitest'
import { rtfReader } from '../../../shared/readers/rtf/reader.ts'
import { outlineOf } from '../test-reader.ts'

/** A byte a letter, so that a test may hold raw bytes of GBK. */
const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const FONTS = '{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Times;}{\\f2\\fcharset2 Symbol;}}'
const read = (body: string, head = '\\ansi\\ansicpg936') => outlineOf(rtfReader, bytes(`{\\rtf1${head}${FONTS}${body}}`))
const text = async (body: string, head?: string) => {
  const outline = await read(body, head)
  if ('unreadable' in outline) throw new Error(outline.unreadable)
  return outline.blocks
}

describe('letters of RTF', () => {
  it.each([
    ['GBK written byte by byte', "\\'ce\\'c4\\par", '文'],
    ['GBK written raw', '\xce\xc4\\par', '文'],
    ['a trail byte that is an escaped backslash', "\\'81\\\\\\par", '乗'],
    ['a trail byte that is an escaped brace', "\\'81\\{\\par", '亄'],
    ['a trail byte that is plain ASCII', "\\'81Z\\par", '乑'],
    ['Chinese under a Latin font', "\\f1\\'ce\\'c4\\par", '文'],
    ['a negative \\u', '\\u-30264?\\par', '览'],
    ['a \\u above 32767, as LibreOffice writes it', '\\u35774?\\par', '设'],
    ['a fallback of two bytes', "{\\uc2\\u25991\\'ce\\'c4}\\u25991?\\par", '文文'],
    ['a fallback of none', '\\uc0\\u25991?\\par', '文?'],
    ['a pair of surrogates', '\\u-10174?\\u-8265?\\par', '𠮷'],
    ['dashes, quotes and blanks by name', 'a\\emdash\\ldblquote b\\rdblquote\\~c\\_d\\line e\\par', 'a—“b” c-d\ne'],
    ['a backslash before a line break, which ends the paragraph', 'a\\\n', 'a'],
  ])('reads %s', async (_, body, letters) => expect(await text(body)).toEqual([letters]))

  it('knows the Western code page where the file is not Chinese', async () =>
    expect(await text("\\f1 \\'93caf\\'e9\\'94\\'9f\\par", '\\ansi\\ansicpg1252')).toEqual(['“café”Ÿ']))
})

describe('groups of RTF', () => {
  it.each([
    ['header and footer', '{\\header 页眉\\par}{\\footer 9\\par}a\\par'],
    ['information on the file', '{\\info{\\title T}{\\author A}}a\\par'],
    ['unknown starred groups', '{\\*\\unknown x{\\b y}}a\\par'],
    ['the first child of \\upr', '{\\upr{x}{\\*\\ud{a}}}\\par'],
    ['instructions of fields', '{\\field{\\*\\fldinst PAGE}{\\fldrslt a}}\\par'],
    ['footnotes', 'a{\\footnote b\\par}\\par'],
    ['names that every object has', '\\constructor\\toString a\\par'],
    ['whatever follows the group of the file', 'a\\par}trailing {\\b text}'],
  ])('leaves out %s', async (_, body) => expect(await text(body)).toEqual(['a']))

  it('prints the number of a list, but no bullet', async () =>
    expect(
      await text("{\\listtext\\pard\\plain\\f0\\u19968?\\u12289?\\tab}a\\par{\\pntext\\f2\\'b7\\tab}b\\par{\\listtext 1\\tab}c\\par"),
    ).toEqual(['一、a', 'b', '1 c']))

  it('accepts tracked changes and leaves out hidden text', async () =>
    expect(await read('10{\\deleted 55}{\\revised 23}{\\v no}\\par x{\\deleted\\par}y\\par')).toEqual({
      blocks: ['1023', 'xy'],
      remarks: ['tracked-changes-accepted', 'hidden-text-left-out'],
    }))

  it('finds pictures, also in shapes, and counts one that is written twice once', async () =>
    expect(
      await text(
        '{\\*\\shppict{\\pict\\pngblip 89504e47}}{\\nonshppict{\\pict 00}}\\par{\\shp{\\*\\shpinst{\\sp{\\sn pib}{\\sv{\\pict\\bin4 }}\\\\{}}}}\\par',
      ),
    ).toEqual(['[picture]', '[picture]']))

  it('steps over binary bytes, however many are claimed', async () => {
    expect(await text('{\\pict\\bin3 }}}}a\\par')).toEqual(['a', '[picture]'])
    expect(await read('a\\par{\\pict\\bin4294967295 }')).toEqual({ blocks: ['a', '[picture]'], remarks: ['cut-off'] })
    expect(await text('a{\\b\\bin-5 }\\par')).toEqual(['a'])
  })

  it('reads text boxes only where the body has no table', async () => {
    const box = '{\\shp{\\*\\shpinst{\\shptxt\\pard b\\par\\trowd\\cellx500\\intbl 5\\cell\\row\\pard}}}'
    expect(await read(`a${box}\\par`)).toEqual({ blocks: ['a', 'b', [['0:5']]], remarks: ['text-box-read'] })
    expect(await read(`a${box}\\par\\trowd\\cellx500\\intbl 7\\cell\\row\\pard c\\par`)).toEqual({
      blocks: ['a', [['0:7']], 'c'],
      remarks: [],
    })
  })

  it('says where a file is cut off', async () =>
    expect(await outlineOf(rtfReader, bytes('{\\rtf1 a\\par b'))).toEqual({ blocks: ['a', 'b'], remarks: ['cut-off'] }))

  it('refuses groups without end, and a file without any', async () => {
    expect(await read('{'.repeat(2_000))).toEqual({ unreadable: 'too-complex', format: 'rtf', limit: '1000层分组' })
    expect(await outlineOf(rtfReader, bytes('no group'))).toEqual({ unreadable: 'damaged', format: 'rtf' })
  })
})

describe('tables of RTF', () => {
  it('lets one definition serve many rows, and edges tell the spans', async () =>
    expect(
      await read('\\trowd\\cellx100\\cellx200\\intbl a\\cell b\\cell\\row c\\cell d\\cell\\row\\trowd\\cellx200 e\\cell\\row\\pard\\par'),
    ).toEqual({
      blocks: [[['0:a', '1:b'], ['0:c', '1:d'], ['0+2:e']]],
      remarks: [],
    }))

  it('reads cells merged across and down', async () =>
    expect(
      await read(
        '\\trowd\\clmgf\\cellx100\\clmrg\\cellx200\\clvmgf\\cellx300\\intbl a\\cell\\cell b\\cell\\row\\trowd\\cellx100\\cellx200\\clvmrg\\cellx300 c\\cell d\\cell\\cell\\row\\pard\\par',
      ),
    ).toEqual({
      blocks: [
        [
          ['0+2:a', '2v2:b'],
          ['0:c', '1:d'],
        ],
      ],
      remarks: [],
    }))

  it('drops deleted rows', async () =>
    expect(await read('\\trowd\\cellx100\\intbl{\\deleted a\\cell\\row}b\\cell\\row\\pard\\par')).toEqual({
      blocks: [[['0:b']]],
      remarks: ['tracked-changes-accepted'],
    }))

  it('keeps an inner table apart from the row that it stands in', async () =>
    expect(
      await read(
        '\\trowd\\cellx500\\cellx900\\pard\\intbl out\\par\\pard\\intbl\\itap2 in\\nestcell{\\*\\nesttableprops\\trowd\\cellx200\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\cell x\\cell\\row\\pard\\par',
      ),
    ).toEqual({ blocks: [[[{ 0: ['out', [['0:in']]] }, '1:x']]], remarks: [] }))

  it('flags rows with more cells than edges, and rows without an end', async () => {
    expect(await read('\\trowd\\cellx100\\intbl a\\cell b\\cell\\row\\pard\\par')).toEqual({
      blocks: [{ trust: 'uncertain', rows: [['0:a', '1:b']] }],
      remarks: ['broken-table-row'],
    })
    expect(await read('\\trowd\\cellx100\\intbl a\\cell\\pard b\\par')).toEqual({
      blocks: [{ trust: 'uncertain', rows: [['0:a', '1:b']] }],
      remarks: ['broken-table-row'],
    })
  })

  it('refuses tables that stand deeper in each other than the limit, and too many cells', async () => {
    expect(await read('\\intbl\\itap99 a\\par')).toEqual({ unreadable: 'too-complex', format: 'rtf', limit: '嵌套32层' })
    expect(await outlineOf(rtfReader, bytes(`{\\rtf1\\trowd\\cellx1 ${'a\\cell\\row '.repeat(50)}}`), { cells: 40 })).toEqual({
      unreadable: 'too-complex',
      format: 'rtf',
      limit: '40个段落或单元格',
    })
  })
})
