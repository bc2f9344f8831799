import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SubmissionLists, SubmissionStore } from '../../shared/ports/store.ts'
import { at, opened, SUBMISSION_STORES } from './submission-stores.ts'

describe.each(SUBMISSION_STORES)('submission store: %s', (_name, start) => {
  let submissions: SubmissionStore
  let lists: SubmissionLists
  let close: () => Promise<void>
  beforeAll(async () => {
    const stores = await start()
    submissions = stores.submissions
    lists = stores.lists
    close = stores.close
  })
  afterAll(() => close())

  it('gives back what was created, without a version before there is one', async () => {
    expect(await submissions.create(opened('a1', 'first'))).toBe(true)
    expect(await submissions.load('a1')).toEqual(opened('a1', 'first'))
  })

  it('knows nothing of an id that never was', async () => {
    expect(await submissions.load('nobody')).toBeUndefined()
    expect(await submissions.advance('nobody', 'requested', 'lapsed', { at: at(1) })).toEqual({ moved: false, submission: undefined })
    expect(await submissions.load('nobody')).toBeUndefined()
  })

  it('never creates the same submission twice', async () => {
    await submissions.create(opened('twice', 'twice'))
    expect(await submissions.create(opened('twice', 'twice', 5))).toBe(false)
    expect((await submissions.load('twice'))?.since).toBe(at(0))
  })

  it('moves on with the changes of the step, notes in the history who took it, and gives back what then stands', async () => {
    await submissions.create(opened('moving', 'moving'))
    const file = { objectVersion: 'v1', sha256: 'ab'.repeat(32), bytes: 12 }
    expect(await submissions.advance('moving', 'requested', 'uploaded', { at: at(1) }, { file, version: 1 })).toMatchObject({ moved: true })
    expect(await submissions.advance('moving', 'uploaded', 'parsed', { at: at(2) })).toMatchObject({ moved: true })
    const step = { at: at(3), note: '文件打不开' }
    const changes = { verdict: 'unreadable', title: null } as const
    const { moved, submission } = await submissions.advance('moving', 'parsed', 'unreadable', step, changes)
    expect(moved).toBe(true)
    expect(submission).toEqual({
      ...opened('moving', 'moving'),
      version: 1,
      status: 'unreadable',
      since: at(3),
      file,
      verdict: 'unreadable',
      title: null,
      history: [
        { status: 'requested', at: at(0), by: 'clerk' },
        { status: 'uploaded', at: at(1), by: 'parse-report' },
        { status: 'parsed', at: at(2), by: 'parse-report' },
        { status: 'unreadable', at: at(3), by: 'validate-report', note: '文件打不开' },
      ],
    })
    expect(await submissions.load('moving')).toEqual(submission)
  })

  it('notes a person where a person decides', async () => {
    await submissions.create({ ...opened('decided', 'decided'), status: 'passed' })
    const { submission } = await submissions.advance('decided', 'passed', 'approved', { at: at(1), by: 'li-si' }, { reviewedBy: 'li-si' })
    expect(submission?.history.at(-1)).toEqual({ status: 'approved', at: at(1), by: 'li-si' })
  })

  it('lets one of many deliveries move it on, and tells the others where it then stands', async () => {
    await submissions.create(opened('contested', 'contested'))
    const moves = await Promise.all(
      Array.from({ length: 10 }, (_, index) => submissions.advance('contested', 'requested', 'lapsed', { at: at(index) })),
    )
    expect(moves.filter(({ moved }) => moved)).toHaveLength(1)
    const stands = await submissions.load('contested')
    expect(stands?.history).toHaveLength(2)
    expect(moves.map(({ submission }) => submission)).toEqual(moves.map(() => stands))
  })

  const entry = { status: 'requested', at: at(3), by: 'parse-report', note: '再次上传' } as const

  it('adds notes without a step', async () => {
    const created = opened('noted', 'noted')
    await submissions.create(created)
    expect(await submissions.note(created, { line: 1, entry })).toBe(true)
    const loaded = await submissions.load('noted')
    expect(loaded?.status).toBe('requested')
    expect(loaded?.since).toBe(at(0))
    expect(loaded?.history.at(-1)).toEqual({ status: 'requested', at: at(3), by: 'parse-report', note: '再次上传' })
  })

  it('adds no note to a history that has grown since it was read, nor to none', async () => {
    const created = opened('grown', 'grown')
    await submissions.create(created)
    const notes = await Promise.all(Array.from({ length: 5 }, () => submissions.note(created, { line: 1, entry })))
    expect(notes.filter(Boolean)).toHaveLength(1)
    expect((await submissions.load('grown'))?.history).toEqual([...created.history, entry])
    expect(await submissions.note({ ...created, id: 'nobody' }, { line: 1, entry })).toBe(false)
    expect(await submissions.load('nobody')).toBeUndefined()
  })

  it('writes a note in place of an earlier one, unless that is another by now', async () => {
    await submissions.create(opened('counted', 'counted'))
    await submissions.note(opened('counted', 'counted'), { line: 1, entry: { ...entry, times: 1 } })
    const read = (await submissions.load('counted')) ?? opened('counted', 'counted')
    const counts = [2, 2, 2].map((times) => submissions.note(read, { line: 1, entry: { ...entry, times } }))
    expect((await Promise.all(counts)).filter(Boolean).length).toBeGreaterThan(0)
    expect(await submissions.note(read, { line: 1, entry: { ...entry, times: 3 } })).toBe(false)
    expect((await submissions.load('counted'))?.history).toEqual([...opened('counted', 'counted').history, { ...entry, times: 2 }])
  })

  it('lists agency and year by version, highest first, after those that have none yet', async () => {
    for (const [index, id] of ['l2', 'l3', 'l1'].entries())
      await submissions.create({ ...opened(id, 'listed', index), version: Number(id[1]) })
    for (const [index, id] of ['asked', 'asked-later'].entries()) await submissions.create(opened(id, 'listed', index))
    await submissions.create({ ...opened('other-year', 'listed'), year: 2023, version: 1 })
    expect((await lists.ofAgencyAndYear('listed', 2024)).map(({ id, version }) => [id, version])).toEqual([
      ['asked-later', undefined],
      ['asked', undefined],
      ['l3', 3],
      ['l2', 2],
      ['l1', 1],
    ])
  })

  it('lists agency and year as each stands now, and the known one as it is known', async () => {
    for (const id of ['now', 'known']) await submissions.create(opened(id, 'standing-now'))
    await submissions.advance('now', 'requested', 'lapsed', { at: at(5) })
    expect((await lists.idsOf('standing-now', 2024)).toSorted()).toEqual(['known', 'now'])
    const known = { ...opened('known', 'standing-now'), fileName: '已知' }
    const listed = await lists.ofAgencyAndYear('standing-now', 2024, known)
    expect(listed.map(({ id, status }) => `${id} ${status}`)).toEqual(['now lapsed', 'known requested'])
    expect(listed[1]?.fileName).toBe('已知')
  })

  it('takes two steps at once, or neither', async () => {
    await submissions.create(opened('twofold', 'twofold'))
    const steps = [{ at: at(1) }, { at: at(2) }] as const
    const take = () => submissions.advanceTwice('twofold', 'requested', 'uploaded', 'parsed', steps, { version: 1 })
    const taken = await Promise.all([take(), take()])
    expect(taken.filter(({ moved }) => moved)).toHaveLength(1)
    const stands = await submissions.load('twofold')
    expect(stands).toMatchObject({ status: 'parsed', since: at(2), version: 1 })
    expect(stands?.history.map(({ status, at, by }) => `${status} ${at} ${by}`).slice(1)).toEqual([
      `uploaded ${at(1)} parse-report`,
      `parsed ${at(2)} parse-report`,
    ])
    expect(taken.map(({ submission }) => submission)).toEqual([stands, stands])
  })

  it('lists of those that rest what a list shows, and of those that pass through each as it stands', async () => {
    const whole = { title: '年度报告', verdict: 'pass', version: 1, returnReason: '过于简单' } as const
    for (const status of ['returned', 'approved'] as const)
      await submissions.create({ ...opened(`shown-${status}`, 'shown'), status, ...whole })
    for (const status of ['returned', 'approved'] as const) {
      const listed = (await lists.inStatus(status)).filter(({ agencyId }) => agencyId === 'shown')
      expect(listed).toMatchObject([{ id: `shown-${status}`, since: at(0), agencyName: '青泽市民政局', fileName: '年报.docx', ...whole }])
    }
  })

  it('lists a status longest-standing first, and between two instants', async () => {
    for (const [id, minute] of [
      ['s2', 40],
      ['s1', 30],
      ['s3', 50],
    ] as const) {
      await submissions.create(opened(id, 'standing'))
      await submissions.advance(id, 'requested', 'uploaded', { at: at(minute) })
    }
    const ids = async (standing?: { from?: string; to?: string }) => (await lists.inStatus('uploaded', standing)).map(({ id }) => id)
    expect(await ids()).toEqual(['s1', 's2', 's3'])
    expect(await ids({ to: at(40) })).toEqual(['s1', 's2'])
    expect(await ids({ from: at(40) })).toEqual(['s2', 's3'])
    expect(await ids({ from: at(31), to: at(39) })).toEqual([])
  })

  it('keeps a long history whole', async () => {
    await submissions.create(opened('long', 'long'))
    for (let index = 0; index < 60; index += 1) {
      const read = (await submissions.load('long')) ?? opened('long', 'long')
      await submissions.note(read, { line: read.history.length, entry: { ...entry, at: at(index), note: `第${index}次` } })
    }
    expect((await submissions.load('long'))?.history).toHaveLength(61)
  })
})
