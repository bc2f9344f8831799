import { read, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { type BoardFilter, boardLines, countStates, filterLink, fits, readFilter } from '../../portal/src/board/board-lines.ts'
import { boardWorkbook } from '../../portal/src/board/board-workbook.ts'
import { routeOf } from '../../portal/src/route.ts'
import type { Board } from '../../shared/http-api/board.ts'
import type { Agency } from '../../shared/submission/submission.ts'

const agency = (id: string, name: string, more: Partial<Agency> = {}): Agency => ({ id, name, aliases: [], mail: [], ...more })
const AGENCIES = [
  agency('xian', '青禾县人民政府', { kind: 'county' }),
  agency('minzheng', '青禾县民政局', { parent: 'xian', kind: 'department', contact: '王芳', telephone: '0536-5550001' }),
  agency('shuili', '青禾县水利局', { parent: 'xian', kind: 'department', aliases: ['县水利局'], mail: ['a@b.example', 'c@d.example'] }),
]
const BOARD: Board = {
  ...{ year: 2024, departments: '2025-01-31', governments: '2025-03-31' },
  rows: [
    {
      ...{ agencyId: 'shuili', submissionId: 's1', state: 'waiting', status: 'passed', version: 2, since: '2025-02-02T02:01:00.000Z' },
      ...{
        receivedAt: '2025-02-02T02:00:00.000Z',
        verdict: 'pass',
        counts: { error: 0, warning: 3, notice: 0 },
        openWarnings: 2,
        risk: 14,
      },
    },
  ],
}
const lines = (now: string) => boardLines(AGENCIES, BOARD, new Date(now))
const late = (now: string) => Object.fromEntries(lines(now).map((line) => [line.agency.id, line.late]))

describe('the board', () => {
  it('has every registered agency, whether it filed or not', () => {
    const found = lines('2025-02-03T00:00:00.000Z')
    expect(found.map(({ agency: { id }, state, parent, openWarnings }) => [id, state, parent, openWarnings])).toEqual([
      ['xian', 'not-filed', '', 0],
      ['minzheng', 'not-filed', '青禾县人民政府', 0],
      ['shuili', 'waiting', '青禾县人民政府', 2],
    ])
    expect(countStates(found)).toMatchObject({ 'not-filed': 2, waiting: 1, failed: 0 })
  })

  it('tells who is late by the days of Shanghai: by when the file came, or by now', () => {
    expect(late('2025-01-31T15:59:59.000Z')).toEqual({ xian: 0, minzheng: 0, shuili: 2 })
    expect(late('2025-01-31T16:00:00.000Z')).toEqual({ xian: 0, minzheng: 1, shuili: 2 })
    expect(late('2025-03-31T16:00:00.000Z')).toMatchObject({ xian: 1, shuili: 2 })
  })

  it('filters by words, superior, kind, lateness and open warnings', () => {
    const found = lines('2025-02-03T00:00:00.000Z')
    const ids = (filter: Partial<BoardFilter>) =>
      found.filter((line) => fits(line, { year: 2024, ...filter })).map((line) => line.agency.id)
    expect(ids({ search: '县水利' })).toEqual(['shuili'])
    expect(ids({ search: ' 王芳' })).toEqual(['minzheng'])
    expect(ids({ search: '5550001' })).toEqual(['minzheng'])
    expect(ids({ parent: 'xian' })).toEqual(['minzheng', 'shuili'])
    expect(ids({ kind: 'county' })).toEqual(['xian'])
    expect(ids({ late: true })).toEqual(['minzheng', 'shuili'])
    expect(ids({ open: true })).toEqual(['shuili'])
    expect(ids({ parent: 'xian', search: '水利', late: true })).toEqual(['shuili'])
  })

  it('keeps all of it in the address', () => {
    const filter: BoardFilter = {
      ...{ year: 2023, state: 'not-filed', search: '局 & 科?', parent: 'xian', kind: 'department' },
      ...{ late: true, open: true, sort: 'risk', falling: true },
    }
    const route = routeOf(filterLink(filter))
    expect(route).toMatchObject({ page: 'board' })
    expect(readFilter('search' in route ? route.search : '', 2024)).toEqual(filter)
    expect(readFilter('', 2024)).toEqual({ year: 2024 })
    expect(readFilter('year=x&state=nowhere&kind=none&sort=luck&parent=', 2024)).toEqual({ year: 2024 })
    expect(routeOf('#/board')).toEqual({ page: 'board', search: '' })
  })

  it('is a workbook, too', async () => {
    const book = read(await boardWorkbook(lines('2025-02-03T00:00:00.000Z')))
    const rows = utils.sheet_to_json<string[]>(book.Sheets.报送情况 ?? {}, { header: 1, raw: false })
    expect(rows).toHaveLength(4)
    expect(rows[2]).toEqual([
      'minzheng',
      '青禾县民政局',
      '未报送',
      '',
      '—',
      '0',
      '已超期3天',
      '王芳',
      '0536-5550001',
      '',
      '青禾县人民政府',
      '部门',
    ])
    expect(rows[3]?.slice(2, 10)).toEqual(['等待审核', '2', '3处请核对', '2', '2025-02-02 10:00,迟2天', '', '', 'a@b.example;c@d.example'])
  })
})
