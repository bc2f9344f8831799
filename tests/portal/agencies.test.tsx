import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { AgencyTable } from '../../portal/src/agencies-view.tsx'
import { ListFaults } from '../../portal/src/agency-import.tsx'
import { createApi } from '../../portal/src/api.ts'
import { Sums } from '../../portal/src/roll-up-view.tsx'
import { rollUpLink, routeOf } from '../../portal/src/route.ts'
import type { RollUp } from '../../shared/http-api/agencies.ts'
import { recordOf } from '../../shared/report/record.ts'
import { rollUp } from '../../shared/report/roll-up.ts'
import { htmlFaults } from '../publication/html-faults.ts'
import { elementsOf } from '../publication/html-text.ts'
import { soundReport } from '../reports/sound-report.ts'

const textIn = (html: string, tag: string): string[] => elementsOf(html).flatMap(({ name, text }) => (name === tag ? [text] : []))

const CITY = { id: 'city', name: '青禾市人民政府', aliases: [], mail: [], kind: 'city-with-districts' } as const
const BUREAU = { id: 'a', name: '<青禾市>民政局', aliases: ['民政局'], mail: ['a@b.example'], parent: 'city' } as const

describe('the registry', () => {
  const html = render(<AgencyTable agencies={[CITY, BUREAU]} />)

  it('shows names, kind, superior and addresses, and leads to the sums of whoever has subordinates', async () => {
    expect(textIn(html, 'td')).toEqual([
      ...['青禾市人民政府', 'city', '设区的市政府', '—', '没有邮箱', '汇总青禾市人民政府的下级'],
      ...['<青禾市>民政局、民政局', 'a', '—', '青禾市人民政府', 'a@b.example', '—'],
    ])
    expect(elementsOf(html).flatMap(({ name, attributes }) => (name === 'a' ? [attributes.href] : []))).toEqual(['#/agencies/city/rollup'])
    expect(await htmlFaults(html)).toEqual([])
  })

  it('tells what is wrong with a list, row by row', () => {
    const faults = [
      { row: 2, words: '没有编号' },
      { row: 2, words: '没有名称' },
    ]
    expect(textIn(render(<ListFaults faults={faults} />), 'li')).toEqual(['第2行:没有编号', '第2行:没有名称'])
  })
})

describe('a roll-up', () => {
  const record = recordOf(soundReport())
  const lame = recordOf(soundReport({ cells: [{ table: 2, row: 0, column: 6, text: '-' }] }))
  const answer: RollUp = {
    ...rollUp([
      { name: '甲局', record },
      { name: '乙局', record: lame },
      { name: '丙局', record: { ...record, tables: { ...record.tables, four: null } } },
    ]),
    agencyName: CITY.name,
    year: 2024,
    reports: [{ agencyName: '甲局', submissionId: 's1', version: 2, status: 'passed' }],
    missing: ['丁局'],
    missingStates: [{ name: '丁局', state: 'failed' }],
  }
  const html = render(<Sums answer={answer} />)

  it('says first what it lacks, then which reports are in it', () => {
    expect(textIn(html, 'h3')).toEqual(['合计有3处缺漏', '计入合计的报告(1份)'])
    expect(textIn(html, 'li')).toEqual([
      '丁局:核查未通过,没有核查通过的报告',
      '丙局:表四没有能读出的表格,未计入合计',
      '乙局:表二 “行政许可” 本年处理决定数量没有数字,合计空缺',
      '甲局 第2版',
    ])
  })

  it('shows every sum in the layout of the form', async () => {
    expect(textIn(html, 'caption')).toEqual([
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
    ])
    const [notes, figures] = [true, false].map((note) => textIn(html, 'td').filter((text) => text.startsWith('(') === note))
    expect(notes).toEqual([expect.stringContaining('本列数据的勾稽关系为')])
    expect(figures).toHaveLength(10 + 25 * 7 + 15)
    expect(figures?.slice(0, 11)).toEqual(['0', '0', '0', '3', '0', '12', '空缺', '9', '0', '4.5', '30'])
    expect(await htmlFaults(html)).toEqual([])
  })
})

const SUMS = { ...rollUp([]), agencyName: CITY.name, year: 2024, reports: [], missing: [], missingStates: [] }

it('the pages of the registry have addresses', () => {
  expect(routeOf('#/agencies')).toEqual({ page: 'agencies' })
  expect(routeOf(rollUpLink('a b'))).toEqual({ page: 'roll-up', id: 'a b' })
})

it('the service is asked for agencies, imports and sums', async () => {
  const asked: string[] = []
  const api = createApi('/api', 't', async (url, { method, body }) => {
    asked.push(`${method} ${url} ${body ?? ''}`)
    return Response.json(url.includes('rollup') ? SUMS : { agencies: [CITY], imported: 1 })
  })
  expect(await api.listAgencies({})).toEqual({ agencies: [CITY] })
  expect(await api.importAgencies({ body: { rows: [['编号']] } })).toEqual({ imported: 1 })
  expect(await api.rollUp({ params: { id: 'a b' }, query: { year: 2024 } })).toEqual(SUMS)
  expect(asked).toEqual(['GET /api/agencies ', 'POST /api/agencies {"rows":[["编号"]]}', 'GET /api/agencies/a%20b/rollup?year=2024 '])
})
