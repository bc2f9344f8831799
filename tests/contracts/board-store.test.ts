import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { at, opened, SUBMISSION_STORES, type SubmissionStores } from './submission-stores.ts'

describe.each(SUBMISSION_STORES)('board store: %s', (_name, start) => {
  let stores: SubmissionStores
  beforeAll(async () => {
    stores = await start()
  })
  afterAll(() => stores.close())
  const file = { objectVersion: 'v1', sha256: 'ab'.repeat(32), bytes: 12 }
  const receivedAt = at(1)

  it('has every version of a year as it stands after each step', async () => {
    const { submissions, board } = stores
    await submissions.create(opened('b1', 'minzheng'))
    await submissions.create({ ...opened('b2', 'minzheng'), year: 2023 })
    const entry = { agencyId: 'minzheng', id: 'b1' }
    expect(await board.ofYear(2024)).toEqual([{ ...entry, status: 'requested', since: at(0) }])
    await submissions.advance('b1', 'requested', 'uploaded', { at: at(1) }, { file, version: 1, receivedAt })
    const came = { ...entry, version: 1, receivedAt }
    expect(await board.ofYear(2024)).toEqual([{ ...came, status: 'uploaded', since: at(1) }])
    await submissions.advance('b1', 'uploaded', 'parsed', { at: at(2) })
    const judged = { verdict: 'pass', counts: { error: 0, warning: 2, notice: 1 }, unexplained: 2, alike: true } as const
    await submissions.advance('b1', 'parsed', 'passed', { at: at(3) }, judged)
    const passed = { ...came, ...judged, status: 'passed', since: at(3) }
    expect(await board.ofYear(2024)).toEqual([passed])
    await submissions.noteUnexplained('b1', 1)
    await submissions.noteUnexplained('b1', 2)
    expect(await board.ofYear(2024)).toEqual([{ ...passed, unexplained: 1 }])
    await submissions.noteUnexplained('nobody', 0)
    expect(await submissions.load('nobody')).toBeUndefined()
    expect(await board.ofYear(2022)).toEqual([])
  })

  it('gives those of a range of agencies', async () => {
    const { submissions, board } = stores
    for (const agency of ['a', 'b', 'c', 'd']) await submissions.create({ ...opened(`of-${agency}`, agency), year: 2021 })
    const ofRange = async (range: Parameters<typeof board.ofYear>[1]) =>
      (await board.ofYear(2021, range)).map(({ agencyId }) => agencyId).toSorted()
    expect(await ofRange({ from: '' })).toEqual(['a', 'b', 'c', 'd'])
    expect(await ofRange({ from: 'b', before: 'd' })).toEqual(['b', 'c'])
    expect(await ofRange({ from: '', before: 'b' })).toEqual(['a'])
    expect(await ofRange({ from: 'c' })).toEqual(['c', 'd'])
    expect(await board.takeInOlder().then(() => ofRange({ from: '' }))).toEqual(['a', 'b', 'c', 'd'])
  })
})
