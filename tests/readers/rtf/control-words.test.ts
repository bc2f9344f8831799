import { type Reads, testReader } from '../test-reader.ts'

/** A byte a letter, so that a test may hold raw bytes of GBK. */
const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const FONTS = '{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset0 Times;}{\\f2\\fcharset2 Symbol;}}'
const rtf = (body: string, head = '\\ansi\\ansicpg936') => bytes(`{\\rtf1${head}${FONTS}${body}}`)
const reads = (body: string, blocks: Reads['blocks'], ...remarks: NonNullable<Reads['remarks']>): Reads => ({
  file: rtf(body),
  blocks,
  remarks,
})

const LETTERS: Readonly<Record<string, Reads>> = {
  'GBK written byte by byte': reads("\\'ce\\'c4\\par", ['文']),
  'GBK written raw': reads('\xce\xc4\\par', ['文']),
  'a trail byte that is an escaped backslash': reads("\\'81\\\\\\par", ['乗']),
  'a trail byte that is an escaped brace': reads("\\'81\\{\\par", ['亄']),
  'a trail byte that is plain ASCII': reads("\\'81Z\\par", ['乑']),
  'Chinese under a Latin font': reads("\\f1\\'ce\\'c4\\par", ['文']),
  'a negative \\u': reads('\\u-30264?\\par', ['览']),
  'a \\u above 32767, as LibreOffice writes it': reads('\\u35774?\\par', ['设']),
  'a fallback of two bytes': reads("{\\uc2\\u25991\\'ce\\'c4}\\u25991?\\par", ['文文']),
  'a fallback of none': reads('\\uc0\\u25991?\\par', ['文?']),
  'a pair of surrogates': reads('\\u-10174?\\u-8265?\\par', ['𠮷']),
  'dashes, quotes and blanks by name': reads('a\\emdash\\ldblquote b\\rdblquote\\~c\\_d\\line e\\par', ['a—“b” c-d\ne']),
  'a backslash before a line break, which ends the paragraph': reads('a\\\n', ['a']),
  'the Western code page where the file is not Chinese': {
    file: rtf("\\f1 \\'93caf\\'e9\\'94\\'9f\\par", '\\ansi\\ansicpg1252'),
    blocks: ['“café”Ÿ'],
  },
}

const box = '{\\shp{\\*\\shpinst{\\shptxt\\pard b\\par\\trowd\\cellx500\\intbl 5\\cell\\row\\pard}}}'
const GROUPS: Readonly<Record<string, Reads>> = {
  'no header and footer': reads('{\\header 页眉\\par}{\\footer 9\\par}a\\par', ['a']),
  'no information on the file': reads('{\\info{\\title T}{\\author A}}a\\par', ['a']),
  'no unknown starred groups': reads('{\\*\\unknown x{\\b y}}a\\par', ['a']),
  'not the first child of \\upr': reads('{\\upr{x}{\\*\\ud{a}}}\\par', ['a']),
  'no instructions of fields': reads('{\\field{\\*\\fldinst PAGE}{\\fldrslt a}}\\par', ['a']),
  'no footnotes': reads('a{\\footnote b\\par}\\par', ['a']),
  'no names that every object has': reads('\\constructor\\toString a\\par', ['a']),
  'nothing that follows the group of the file': reads('a\\par}trailing {\\b text}', ['a']),
  'the number of a list, but no bullet': reads(
    "{\\listtext\\pard\\plain\\f0\\u19968?\\u12289?\\tab}a\\par{\\pntext\\f2\\'b7\\tab}b\\par{\\listtext 1\\tab}c\\par",
    ['一、a', 'b', '1 c'],
  ),
  'tracked changes as accepted, and no hidden text': reads(
    '10{\\deleted 55}{\\revised 23}{\\v no}\\par x{\\deleted\\par}y\\par',
    ['1023', 'xy'],
    'tracked-changes-accepted',
    'hidden-text-left-out',
  ),
  'pictures, also in shapes, and one that is written twice once': reads(
    '{\\*\\shppict{\\pict\\pngblip 89504e47}}{\\nonshppict{\\pict 00}}\\par{\\shp{\\*\\shpinst{\\sp{\\sn pib}{\\sv{\\pict\\bin4 }}\\\\{}}}}}}\\par',
    ['[picture]', '[picture]'],
  ),
  'what stands behind binary bytes': reads('{\\pict\\bin3 }}}}a\\par', ['a', '[picture]']),
  'what stands before more binary bytes than there are': reads('a\\par{\\pict\\bin4294967295 }', ['a', '[picture]'], 'cut-off'),
  'binary bytes that are fewer than none': reads('a{\\b\\bin-5 }\\par', ['a']),
  'text boxes where the body has no table': reads(`a${box}\\par`, ['a', 'b', [['0:5']]], 'text-box-read'),
  'no text boxes where the body has a table': reads(`a${box}\\par\\trowd\\cellx500\\intbl 7\\cell\\row\\pard c\\par`, [
    'a',
    [['0:7']],
    'c',
  ]),
  'what is left of a file that is cut off': { file: bytes('{\\rtf1 a\\par b'), blocks: ['a', 'b'], remarks: ['cut-off'] },
}

const TABLES: Readonly<Record<string, Reads>> = {
  'rows of one definition, whose edges tell the spans': reads(
    '\\trowd\\cellx100\\cellx200\\intbl a\\cell b\\cell\\row c\\cell d\\cell\\row\\trowd\\cellx200 e\\cell\\row\\pard\\par',
    [[['0:a', '1:b'], ['0:c', '1:d'], ['0+2:e']]],
  ),
  'cells merged across and down': reads(
    '\\trowd\\clmgf\\cellx100\\clmrg\\cellx200\\clvmgf\\cellx300\\intbl a\\cell\\cell b\\cell\\row\\trowd\\cellx100\\cellx200\\clvmrg\\cellx300 c\\cell d\\cell\\cell\\row\\pard\\par',
    [
      [
        ['0+2:a', '2v2:b'],
        ['0:c', '1:d'],
      ],
    ],
  ),
  'no deleted rows': reads(
    '\\trowd\\cellx100\\intbl{\\deleted a\\cell\\row}b\\cell\\row\\pard\\par',
    [[['0:b']]],
    'tracked-changes-accepted',
  ),
  'an inner table apart from the row that it stands in': reads(
    '\\trowd\\cellx500\\cellx900\\pard\\intbl out\\par\\pard\\intbl\\itap2 in\\nestcell{\\*\\nesttableprops\\trowd\\cellx200\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\cell x\\cell\\row\\pard\\par',
    [[[{ 0: ['out', [['0:in']]] }, '1:x']]],
  ),
  'rows with more cells than edges, unsure of them': reads(
    '\\trowd\\cellx100\\intbl a\\cell b\\cell\\row\\pard\\par',
    [{ trust: 'uncertain', rows: [['0:a', '1:b']] }],
    'broken-table-row',
  ),
  'rows without an end, unsure of them': reads(
    '\\trowd\\cellx100\\intbl a\\cell\\pard b\\par',
    [{ trust: 'uncertain', rows: [['0:a', '1:b']] }],
    'broken-table-row',
  ),
}

testReader('rtf', {
  reads: { ...LETTERS, ...GROUPS, ...TABLES },
  refuses: {
    'groups without end': { file: rtf('{'.repeat(2_000)), unreadable: 'too-complex', limit: '1000层分组' },
    'a file without any group': { file: bytes('no group'), unreadable: 'damaged' },
    'tables deeper in each other than the limit': { file: rtf('\\intbl\\itap99 a\\par'), unreadable: 'too-complex', limit: '嵌套32层' },
    'more cells than the limit': {
      file: bytes(`{\\rtf1\\trowd\\cellx1 ${'a\\cell\\row '.repeat(50)}}`),
      limits: { cells: 40 },
      unreadable: 'too-complex',
      limit: '40个段落或单元格',
    },
  },
})
