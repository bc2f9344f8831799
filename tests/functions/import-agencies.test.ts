import { beforeEach, describe, expect, it } from 'vitest'
import { createHandler } from '../../functions/import-agencies/handler.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { ask } from './invoke.ts'
import { CLERK, MINZHENG, REVIEWER, startTown } from './town.ts'

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
})

const HEADS = ['编号', '名称', '上级', '类别', '邮箱']
const send = (body: unknown, claims: Record<string, string> = REVIEWER) =>
  ask(createHandler(ports), ROUTES.importAgencies, { claims, body })
const registered = async () => (await ports.agencies.list()).map(({ id, parent }) => (parent === undefined ? id : `${id} < ${parent}`))

describe('import-agencies', () => {
  it('adds new agencies and changes known ones', async () => {
    const rows = [
      HEADS,
      ['city', '青禾市人民政府', '', '设区的市政府', 'a@city.example'],
      ['minzheng', '青禾市民政局', 'city', '部门', 'new@minzheng.example'],
    ]
    expect(await send({ rows })).toMatchObject({ status: 200, json: { imported: 2 } })
    expect(await registered()).toEqual(['city', 'minzheng < city', 'shuili'])
    expect(await ports.agencies.load('minzheng')).toEqual({
      ...MINZHENG,
      mail: ['new@minzheng.example'],
      parent: 'city',
      kind: 'department',
    })
  })

  it('takes thousands at once', async () => {
    const rows = [HEADS, ...Array.from({ length: 3000 }, (_, index) => [`a${index}`, `第${index}局`, '', '部门', ''])]
    expect((await send({ rows })).json).toEqual({ imported: 3000 })
    expect(await registered()).toHaveLength(3002)
  })

  it('takes nothing of a list with a fault, and says where it is', async () => {
    const { problem } = await send({ rows: [HEADS, ['city', '青禾市人民政府', '', '', ''], ['x y', '', 'nobody', '学校', '']] })
    expect(problem).toMatchObject({
      status: 400,
      detail: expect.stringMatching(/^名单有4处错误,没有导入。第3行:编号“x y”.*第3行:没有名称/),
    })
    expect(await registered()).toEqual(['minzheng', 'shuili'])
  })

  it('tells twenty of many faults', async () => {
    const { problem } = await send({ rows: [HEADS, ...Array.from({ length: 21 }, () => ['', '甲局'])] })
    expect(problem.detail.match(/第\d+行/g)).toHaveLength(20)
    expect(problem.detail).toMatch(/^名单有21处错误.*;等等。$/)
  })

  it('is for reviewers, and for lists', async () => {
    expect((await send({ rows: [HEADS] }, CLERK)).problem.status).toBe(403)
    expect((await send({ rows: '编号' })).problem.status).toBe(400)
    expect((await send(JSON.stringify({ rows: [['x'.repeat(2_100_000)]] }))).problem.status).toBe(413)
  })
})
