import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { owedList } from '../../functions/aws/owed-list.ts'
import { submissionStore } from '../../functions/aws/submission-store.ts'
import { SWEEP_LIMITS } from '../../shared/pipeline.ts'
import { startTable } from './embedded-table.ts'
import { at, opened, SUBMISSION_STORES, type SubmissionStores } from './submission-stores.ts'

const LOOK = SWEEP_LIMITS.stalledMinutes

describe.each(SUBMISSION_STORES)('what is owed: %s', (_name, start) => {
  let stores: SubmissionStores
  beforeAll(async () => {
    stores = await start()
  })
  afterAll(() => stores.close())

  const due = (minute: number) => stores.owed.due(at(minute), 100)

  it('holds a submission from its beginning until nothing is owed, due after a while', async () => {
    await stores.submissions.create(opened('whole', 'owed'))
    expect([await due(LOOK - 1), await due(LOOK)]).toEqual([[], ['whole']])
    await stores.submissions.advance('whole', 'requested', 'lapsed', { at: at(5) })
    expect(await due(600)).toEqual([])
    await stores.submissions.advance('whole', 'lapsed', 'uploaded', { at: at(70) }, { version: 1 })
    expect([await due(70 + LOOK - 1), await due(70 + LOOK)]).toEqual([[], ['whole']])
  })

  it('lets a step keep the instant that stands, and sets it anew where an earlier mail may be due much later', async () => {
    await stores.submissions.create(opened('steps', 'owed'))
    await stores.submissions.advance('steps', 'requested', 'uploaded', { at: at(8) })
    await stores.submissions.advance('steps', 'uploaded', 'parsed', { at: at(9) })
    await stores.submissions.advance('steps', 'parsed', 'passed', { at: at(9) })
    expect(await due(LOOK)).toEqual(['steps'])
    expect(await stores.owed.putOff({ id: 'steps', status: 'passed' }, at(50), false)).toBe(true)
    await stores.submissions.advance('steps', 'passed', 'approved', { at: at(12), by: 'li-si' })
    expect(await due(12 + LOOK)).toEqual(['steps'])
    const approved = await stores.submissions.load('steps')
    expect(await stores.owed.settle({ ...opened('steps', 'owed'), ...approved })).toBe(true)
  })

  it('holds no end, but one that an earlier mail may be owed for', async () => {
    for (const status of ['lapsed', 'replaced', 'superseded'] as const)
      await stores.submissions.create({ ...opened(status, 'owed'), status, history: [{ status, at: at(0), by: 'test' }] })
    expect(await due(60)).toEqual([])
    await stores.submissions.create({ ...opened('left', 'owed'), status: 'passed' })
    await stores.submissions.advance('left', 'passed', 'replaced', { at: at(1) })
    expect(await due(60)).toEqual([]) // It stood in no history that it had passed.
    await stores.submissions.create({
      ...opened('owing', 'owed'),
      status: 'passed',
      history: [{ status: 'passed', at: at(0), by: 'validate-report' }],
    })
    const { submission } = await stores.submissions.advance('owing', 'passed', 'replaced', { at: at(1) })
    expect(await due(60)).toEqual(['owing'])
    expect(await stores.owed.settle({ ...opened('owing', 'owed'), ...submission })).toBe(true)
    expect(await due(60)).toEqual([])
  })

  it('gives the longest due first, and no more than are asked for', async () => {
    for (const [id, minute] of [
      ['d3', 3],
      ['d1', 1],
      ['d2', 2],
    ] as const)
      await stores.submissions.create(opened(id, 'due', minute))
    expect(await stores.owed.due(at(60), 2)).toEqual(['d1', 'd2'])
    expect(await stores.owed.due(at(2 + LOOK), 100)).toEqual(['d1', 'd2'])
    for (const id of ['d1', 'd2', 'd3']) await stores.submissions.advance(id, 'requested', 'lapsed', { at: at(9) })
  })

  it('puts off, and counts faults of ours, but nothing that has moved on', async () => {
    await stores.submissions.create(opened('put-off', 'owed'))
    expect(await stores.owed.putOff({ id: 'put-off', status: 'requested' }, at(40), true)).toBe(true)
    expect(await stores.owed.putOff({ id: 'put-off', status: 'requested' }, at(50), true)).toBe(true)
    expect([await due(49), await due(50)]).toEqual([[], ['put-off']])
    expect(await stores.submissions.load('put-off')).toMatchObject({ status: 'requested', faults: 2, since: at(0) })
    expect(await stores.owed.putOff({ id: 'put-off', status: 'uploaded' }, at(1), true)).toBe(false)
    await stores.submissions.advance('put-off', 'requested', 'lapsed', { at: at(9) })
    expect(await stores.owed.putOff({ id: 'put-off', status: 'lapsed' }, at(1), false)).toBe(false)
    expect(await stores.owed.putOff({ id: 'nobody', status: 'lapsed' }, at(1), false)).toBe(false)
    expect(await due(60)).toEqual([])
  })

  it('marks a fault of ours, once for each time it is read, until a step is taken', async () => {
    await stores.submissions.create(opened('faulty', 'owed'))
    await stores.submissions.advance('faulty', 'requested', 'uploaded', { at: at(1) }, { version: 1 })
    const read = async () => ({ ...opened('faulty', 'owed'), ...(await stores.submissions.load('faulty')) })
    const first = { since: at(2), count: 1, retryAt: at(30) }
    const before = await read()
    expect(await stores.owed.markFault(before, first)).toBe(true)
    expect(await stores.owed.markFault(before, first)).toBe(false)
    expect([await due(29), await due(30)]).toEqual([[], ['faulty']])
    expect(await stores.owed.markFault(await read(), { ...first, count: 2, retryAt: at(50) })).toBe(true)
    expect((await read()).systemFault).toEqual({ since: at(2), count: 2, retryAt: at(50) })
    await stores.submissions.advance('faulty', 'uploaded', 'parsed', { at: at(52) })
    expect(await read()).not.toHaveProperty('systemFault')
    expect(await stores.owed.markFault(before, first)).toBe(false)
    expect(await stores.owed.markFault({ ...before, id: 'nobody' }, first)).toBe(false)
    await stores.owed.settle(await read())
  })

  it('settles nothing that is not as it was read', async () => {
    const read = {
      ...opened('settled', 'owed'),
      status: 'passed' as const,
      history: [{ status: 'passed' as const, at: at(0), by: 'test' }],
    }
    await stores.submissions.create(read)
    await stores.submissions.note(read, { line: 1, entry: { status: 'passed', at: at(1), by: 'test', note: 'x' } })
    expect(await stores.owed.settle(read)).toBe(false)
    const now = await stores.submissions.load('settled')
    expect(await stores.owed.settle({ ...read, ...now, status: 'failed' })).toBe(false)
    expect(await stores.owed.settle({ ...read, ...now })).toBe(true)
    expect(await due(60)).toEqual([])
  })
})

it('reads what is due and nothing else, however many submissions are held', async () => {
  const { table, close } = await startTable()
  const [submissions, owed] = [submissionStore(table), owedList(table)]
  const read: (number | undefined)[] = []
  table.client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args)
      const { output } = answer as { output: { ScannedCount?: number } }
      if ('ScannedCount' in output) read.push(output.ScannedCount)
      return answer
    },
    { step: 'initialize' },
  )
  const lapsed = (id: string) => ({ ...opened(id, 'held'), status: 'lapsed' as const })
  for (let index = 0; index < 5; index += 1) await submissions.create(opened(`due-${index}`, 'due'))
  expect(await owed.due(at(60), 100)).toHaveLength(5)
  for (let index = 0; index < 300; index += 30)
    await Promise.all(Array.from({ length: 30 }, (_, at) => submissions.create(lapsed(`held-${index + at}`))))
  for (let index = 0; index < 20; index += 1) await submissions.create(opened(`young-${index}`, 'young', 55))
  expect(await owed.due(at(60), 100)).toHaveLength(5)
  expect(read).toEqual([5, 5])
  await close()
})
