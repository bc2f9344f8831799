import { describe, expect, it } from 'vitest'
import { readAgencyList } from '../../shared/submission/agency-list.ts'

const HEADS = ['编号', '名称', '别名(;分隔)', '上级', '类别', '邮箱(;分隔)']
const CITY = ['qinghe', '青禾市人民政府', '', '', '设区的市政府', 'xxgk@qinghe.example']
const BUREAU = ['minzheng', '青禾市民政局', '市民政局;民政局', 'qinghe', '部门', 'a@m.example;b@m.example']
const city = { id: 'qinghe', name: '青禾市人民政府', aliases: [], mail: ['xxgk@qinghe.example'], kind: 'city-with-districts' } as const

const faultsOf = (...rows: string[][]) => readAgencyList([HEADS, CITY, ...rows]).faults.map(({ row, words }) => `${row} ${words}`)

describe('a list of agencies', () => {
  it('gives agencies with names, superior, kind and addresses', () => {
    expect(readAgencyList([HEADS, CITY, BUREAU])).toEqual({
      faults: [],
      agencies: [
        city,
        {
          id: 'minzheng',
          name: '青禾市民政局',
          aliases: ['市民政局', '民政局'],
          parent: 'qinghe',
          kind: 'department',
          mail: ['a@m.example', 'b@m.example'],
        },
      ],
    })
  })

  it('may begin with a title, have its columns in any order, and blank rows', () => {
    const { agencies, faults } = readAgencyList([['单位名单'], [], ['名称', ' 编 号 '], ['', ''], ['青禾市水利局', 'shuili']])
    expect(faults).toEqual([])
    expect(agencies).toEqual([{ id: 'shuili', name: '青禾市水利局', aliases: [], mail: [] }])
  })

  it('takes a superior by id or name, from the list or the registry', () => {
    const rows = [
      ['编号', '名称', '上级'],
      ['a', '甲局', '青禾市人民政府'],
      ['b', '乙局', 'a'],
    ]
    expect(readAgencyList(rows, [city]).agencies.map(({ parent }) => parent)).toEqual(['qinghe', 'a'])
  })

  it('leaves alone what it has no column for, and empties what it has a blank cell for', () => {
    const before = { ...city, aliases: ['市政府'], parent: 'province' }
    const province = { id: 'province', name: '某省人民政府', aliases: [], mail: [] }
    const rows = [
      ['编号', '名称', '邮箱'],
      ['qinghe', '青禾市政府', ''],
    ]
    expect(readAgencyList(rows, [before, province]).agencies).toEqual([{ ...before, name: '青禾市政府', mail: [] }])
  })

  it('accepts the longest id, and full-width separators', () => {
    const { agencies, faults } = readAgencyList([HEADS, ['a'.repeat(64), '甲局', '甲;乙、丙', '', '', '']])
    expect(faults).toEqual([])
    expect(agencies[0]?.aliases).toEqual(['甲', '乙', '丙'])
  })

  it.each([
    [['', '甲局'], '3 没有编号'],
    [['a'.repeat(65), '甲局'], `3 编号“${'a'.repeat(65)}”只能用小写字母、数字和中间的连字符,最多64个`],
    [['a/b', '甲局'], '3 编号“a/b”只能用小写字母、数字和中间的连字符,最多64个'],
    [['jia', ''], '3 没有名称'],
    [['qinghe', '甲局'], '3 编号“qinghe”与第2行相同'],
    [['jia', '甲局', '', 'nobody'], '3 上级“nobody”不在名单中,也没有登记'],
    [['jia', '甲局', '', 'jia'], '3 “甲局”成了自己的上级'],
    [['jia', '甲局', '', '', '学校'], '3 类别“学校”不认识,应为:国务院部门、省级政府、设区的市政府、自治州政府、县级政府、部门、乡镇街道'],
    [['jia', '甲局', '', '', '', 'nobody'], '3 邮箱“nobody”不是有效的地址'],
  ])('says what is wrong with the row %j', (row, words) => expect(faultsOf(row)).toEqual([words]))

  it('finds two that stand above each other', () =>
    expect(faultsOf(['a', '甲局', '', 'b'], ['b', '乙局', '', 'a'])).toEqual(['3 “甲局”成了自己的上级', '4 “乙局”成了自己的上级']))

  it('says where heads or agencies are lacking', () => {
    expect(readAgencyList([['名称', '邮箱']]).faults).toEqual([{ row: 1, words: '没有找到表头:至少要有“编号”和“名称”两列' }])
    expect(readAgencyList([HEADS]).faults).toEqual([{ row: 1, words: '表头下面没有单位' }])
  })
})
