import { describe, expect, it } from 'vitest'
import { inflate } from '../../../functions/node/inflate.ts'
import { readFile } from '../../../shared/readers/read-file.ts'
import { READ_LIMITS } from '../../../shared/readers/reader.ts'
import { blocksOf, contentOf, reasonOf, testReader } from '../test-reader.ts'
import { grid, image, type OfdParts, ofdOf, path, text, zipOf } from './ofd-file.ts'

const read = (objects: string, parts?: OfdParts) => blocksOf('ofd', ofdOf([objects], parts))

const LABELS = ['规章', '制发', '废止', '行政', '许可', '处罚']
/** Three columns and two rows with a word in every cell. */
const words = (at: (index: number) => string): string => LABELS.map((_, index) => at(index)).join('')
const inCell = (index: number): [x: number, y: number] => [32 + (index % 3) * 30, 42 + Math.floor(index / 3) * 10]
const FILLED = words((index) => text(...inCell(index), LABELS[index] ?? ''))
const TABLE = [
  ['0:规章', '1:制发', '2:废止'],
  ['0:行政', '1:许可', '2:处罚'],
]

describe('the reader of ofd', () => {
  it('reads lines of text and a ruled table, and says on which page they stand', async () => {
    const bytes = ofdOf([text(20, 20, '一、总体情况'), text(20, 20, '二、主动公开') + grid(30, 40, 3, 2) + FILLED])
    const { blocks } = await contentOf('ofd', bytes)
    expect(await blocksOf('ofd', bytes)).toEqual(['一、总体情况', '二、主动公开', TABLE])
    expect(blocks.map(({ source }) => source.page)).toEqual([1, 2, 2])
    const [, , table] = blocks
    expect(table?.kind === 'table' && table.rows[1]?.[2]?.source).toMatchObject({ page: 2, table: 1, row: 2, cell: 3 })
    expect(table?.kind === 'table' && table.trust).toBeUndefined()
  })

  it.each([
    ['one by one', 'DeltaX="4 4 4 4 4"'],
    ['counted', 'DeltaX="g 5 4"'],
    ['counted and one by one', 'DeltaX="4 g 3 4 4"'],
    ['not at all', ''],
    ['short of one', 'DeltaX="g 4 4"'],
  ])('places letters whose distances are told %s', async (_, code) => {
    expect(await read(text(20, 20, '政府信息公开', { code }))).toEqual(['政府信息公开'])
  })

  it('puts the letters of one object into the cells that they stand in', async () => {
    const row = text(32, 42, '甲12乙丙', { code: 'DeltaX="30 2 28 4"' })
    expect(await read(grid(30, 40, 3, 1) + row + text(20, 20, '政府信息公开工作年度报告总体情况'))).toEqual([
      '政府信息公开工作年度报告总体情况',
      [['0:甲', '1:12', '2:乙丙']],
    ])
  })

  it('goes on from where the last run began, and reads runs one under the other', async () => {
    const object = `<ofd:TextObject Boundary="0 0 210 297" Font="1" Size="4"><ofd:TextCode X="20" Y="24">总体情况报告</ofd:TextCode><ofd:TextCode Y="54">主动公开情况</ofd:TextCode></ofd:TextObject>`
    expect(await read(object)).toEqual(['总体情况报告', '主动公开情况'])
  })

  it('reads labels written downwards', async () => {
    const down = `<ofd:TextObject Boundary="44 41 5 9" Font="1" Size="2"><ofd:TextCode X="0" Y="2" DeltaX="g 3 0" DeltaY="g 3 2">办理结果</ofd:TextCode></ofd:TextObject>`
    const beside = text(62, 42, '一') + text(92, 42, '二')
    expect(await read(grid(30, 40, 3, 1) + down + beside + text(20, 20, '政府信息公开工作年度报告总体情况'))).toEqual([
      '政府信息公开工作年度报告总体情况',
      [['0:办理结果', '1:一', '2:二']],
    ])
  })

  it('follows the matrix of each object', async () => {
    const half = words((index) => {
      const [x, y] = inCell(index)
      return text(x, y, LABELS[index] ?? '', { object: 'CTM="0.5 0 0 0.5 0 0"', code: 'DeltaX="8"' })
        .replace('Size="4"', 'Size="8"')
        .replace('Y="4"', 'Y="8"')
    })
    const lines = grid(30, 40, 3, 2)
      .replace(/L (\d+) (\d+)/g, (_, x, y) => `L ${x / 2} ${y / 2}`)
      .replaceAll('Boundary', 'CTM="2 0 0 2 0 0" Boundary')
    expect(await read(lines + half)).toEqual([TABLE])
  })

  it('turns a page whose text stands on its side', async () => {
    const onSide = (objects: string) =>
      objects.replace(/Boundary="(\S+) (\S+) /g, (_, x, y) => `CTM="0 1 -1 0 0 0" Boundary="${297 - y - 87} ${x} `)
    expect(await read(onSide(grid(30, 40, 3, 2) + FILLED))).toEqual([TABLE])
  })

  it('takes closed paths and thin filled areas for lines, but neither curves nor bands', async () => {
    const boxes = words((index) =>
      path(`${30 + (index % 3) * 30} ${40 + Math.floor(index / 3) * 10} 30 10`, 'M 0 0 L 30 0 L 30 10 L 0 10 C'),
    )
    const filled = grid(30, 40, 3, 2)
      .replace(/M 0 0 L (\d+) 0/g, 'M 0 0 L $1 0 L $1 0.2 L 0 0.2 C')
      .replace(/M 0 0 L 0 (\d+)/g, 'M 0 0 L 0.2 0 L 0.2 $1 L 0 $1 C')
      .replaceAll('<ofd:PathObject', '<ofd:PathObject Fill="true" Stroke="false"')
    const others =
      path('30 45 90 1', 'M 0 0 L 90 0', 'LineWidth="9"').replace('<ofd:Abb', '<ofd:StrokeColor Value="255 240 200"/><ofd:Abb') +
      path('30 45 90 1', 'M 0 0 L 90 0', 'Visible="false"') +
      path('40 40 20 20', 'M 0 0 B 5 9 15 9 20 20 A 9 9 0 1 1 0 20 Q 1 1 2 9')
    expect(await read(boxes + others + FILLED)).toEqual([TABLE])
    expect(await read(filled + FILLED)).toEqual([TABLE])
  })

  it('draws templates behind the page, and takes the paper from the page', async () => {
    const head = '<ofd:Area><ofd:PhysicalBox>0 0 297 210</ofd:PhysicalBox></ofd:Area><ofd:Template TemplateID="9"/>'
    expect(await read(text(220, 60, '行政处罚数量'), { head, template: text(20, 40, '政府信息公开') })).toEqual([
      '政府信息公开',
      '行政处罚数量',
    ])
    expect(await read(text(20, 60, '行政处罚数量'), { template: text(20, 40, '政府信息公开') })).toEqual(['行政处罚数量'])
  })

  it('leaves invisible text out, and says so', async () => {
    const content = await contentOf(
      'ofd',
      ofdOf([text(20, 20, '总体情况报告') + text(20, 40, '看不见的字', { object: 'Visible="false"' })]),
    )
    expect(content.blocks).toHaveLength(1)
    expect(content.remarks).toEqual(['hidden-text-left-out'])
  })

  it('says where pictures are, and that a file of pictures is a scan', async () => {
    expect(await read(text(20, 20, '总体情况报告') + image('20 40 80 60'))).toEqual(['总体情况报告', '[picture]'])
    expect(await reasonOf('ofd', ofdOf([image('0 0 210 297')]))).toBe('scan')
  })

  it('is found by the content of the file', async () => {
    const reading = await readFile(ofdOf([text(20, 20, '总体情况报告')]), { inflate, limits: READ_LIMITS })
    expect('document' in reading && reading.document.format).toBe('ofd')
  })

  it('is not kept busy by distances without end', async () => {
    const code = 'DeltaX="g 999999999999 0 g 99999 1e308"'
    expect(await reasonOf('ofd', ofdOf([text(20, 20, '总体情况'.repeat(50), { code })]))).toBe('read')
  })
})

const lines = `<ofd:PathObject Boundary="0 0 210 297"><ofd:AbbreviatedData>${'M 0 0 L 9 0 '.repeat(10_001)}</ofd:AbbreviatedData></ofd:PathObject>`

testReader('ofd', {
  refuses: {
    'a file under a password': { file: ofdOf([''], { more: { 'Encryptions.xml': '<a/>' } }), unreadable: 'encrypted' },
    'letters without meaning': { file: ofdOf([text(20, 20, '\ue001\ue002\ue003'.repeat(9))]), unreadable: 'garbled' },
    'a page that breaks off': {
      file: ofdOf([text(20, 20, '总体')], { more: { 'Doc_0/Pages/0.xml': '<ofd:Page>' } }),
      unreadable: 'damaged',
    },
    'a package without a document': { file: zipOf({ 'OFD.xml': '<OFD/>' }), unreadable: 'damaged' },
    'a file cut off': { file: ofdOf(['']).subarray(0, 300), unreadable: 'damaged' },
    'more pages than the limit': { file: ofdOf(Array.from({ length: 301 }, () => '')), unreadable: 'too-complex', limit: '300页' },
    'more lines on a page than a table could have': {
      file: ofdOf([lines.repeat(10)]),
      unreadable: 'too-complex',
      limit: '每页100000条线',
    },
    'more letters than the limit': {
      file: ofdOf([text(20, 20, '总体情况报告')]),
      limits: { characters: 5 },
      unreadable: 'too-complex',
      limit: '5字',
    },
  },
})
