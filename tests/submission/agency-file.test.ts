import { utils, write } from '@e965/xlsx'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { inflate } from '../../functions/node/inflate.ts'
import { READ_LIMITS } from '../../shared/readers/reader.ts'
import { readAgencyFile } from '../../shared/submission/agency-file.ts'
import { readAgencyList } from '../../shared/submission/agency-list.ts'

const ROWS = [
  ['编号', '名称', '别名', '上级', '邮箱'],
  ['qinghe', '青禾市人民政府', '', '', 'a@q.example'],
  ['minzheng', '青禾市民政局', '民政局,市民政局', 'qinghe', ''],
]

const read = (bytes: Uint8Array) => readAgencyFile(bytes, { inflate, limits: READ_LIMITS })
const workbook = (rows: string[][], bookType: 'xlsx' | 'biff8') => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '名单')
  return new Uint8Array(write(book, { type: 'array', bookType }))
}
const csv = (rows: string[][]) => rows.map((cells) => cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')).join('\r\n')
const names = async (bytes: Uint8Array) => {
  const file = await read(bytes)
  if ('refused' in file) throw new Error(file.refused)
  const { agencies, faults } = readAgencyList(file.rows)
  expect(faults).toEqual([])
  return agencies.map(({ id, name, parent, aliases }) => [id, name, parent, ...aliases].join(' '))
}

describe('the file of a list of agencies', () => {
  it.each([
    ['xlsx', workbook(ROWS, 'xlsx')],
    ['xls', workbook(ROWS, 'biff8')],
    ['CSV', new TextEncoder().encode(csv(ROWS))],
    ['CSV with a byte order mark', new TextEncoder().encode(`\ufeff${csv(ROWS)}`)],
    ['CSV as Excel writes it in China', iconv.encode(csv(ROWS), 'gbk')],
    ['a text of tabs', new TextEncoder().encode(ROWS.map((cells) => cells.join('\t')).join('\n'))],
  ])('is read as %s', async (_, bytes) => {
    expect(await names(bytes)).toEqual(['qinghe 青禾市人民政府 ', 'minzheng 青禾市民政局 qinghe 民政局,市民政局'])
  })

  it('counts rows as the sheet does, blank ones too', async () => {
    const file = await read(workbook([['名单'], [], ...ROWS, ['bad id', '甲局']], 'xlsx'))
    expect('rows' in file && readAgencyList(file.rows).faults.map(({ row }) => row)).toEqual([6])
  })

  it.each([
    ['another format', new TextEncoder().encode('{\\rtf1 编号}'), '单位名单应是 Excel 工作簿'],
    ['nothing', new Uint8Array(0), '单位名单应是 Excel 工作簿'],
    ['an open quotation', new TextEncoder().encode('编号,名称\na,"甲局'), 'CSV 文件有误'],
    ['a broken workbook', workbook(ROWS, 'xlsx').map((byte, at) => (at % 50 === 49 ? byte ^ 0x55 : byte)), '工作簿无法读取'],
  ])('is refused in words where it is %s', async (_, bytes, words) =>
    expect(await read(bytes)).toEqual({ refused: expect.stringContaining(words) }),
  )
})
