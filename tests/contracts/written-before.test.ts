import { readFileSync } from 'node:fs'
import { type AttributeValue, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { agencyStore } from '../../functions/aws/agency-store.ts'
import { boardStore } from '../../functions/aws/board-store.ts'
import { explanationStore } from '../../functions/aws/explanation-store.ts'
import { likenessStore } from '../../functions/aws/likeness-store.ts'
import { mailLog } from '../../functions/aws/mail-log.ts'
import { owedList } from '../../functions/aws/owed-list.ts'
import { publicationStore } from '../../functions/aws/publication-store.ts'
import { submissionLists } from '../../functions/aws/submission-lists.ts'
import { submissionStore } from '../../functions/aws/submission-store.ts'
import type { Table } from '../../functions/aws/table.ts'
import { waiverStore } from '../../functions/aws/waiver-store.ts'
import { fillIn } from '../../functions/stored/fill-in.ts'
import { assessments, judgedReports, readings, reports } from '../../functions/stored/results.ts'
import { recordOf } from '../../shared/report/record.ts'
import { signatureOf } from '../../shared/submission/likeness.ts'
import { isOwed } from '../../shared/submission/owed.ts'
import { memoryFiles } from '../fakes/memory-files.ts'
import { startTable } from './embedded-table.ts'

/** `written-before/` holds one of each item and object as 0.1.0 wrote them, before they had a schema number: never to be written anew. */
const written = (name: string): string => readFileSync(`${import.meta.dirname}/written-before/${name}`, 'utf8')
type Item = Record<string, AttributeValue>

/** Bytes stand in the file as base64. */
const items = (): Item[] => JSON.parse(written('items.json'), (name, value) => (name === 'B' ? Buffer.from(value, 'base64') : value))

const filesOf = async (submission: string) => {
  const files = memoryFiles()
  for (const piece of ['document', 'report', 'assessment'])
    await files.write(`submissions/${submission}/${piece}.json`, written(`${submission}-${piece}.json`), 'application/json')
  return files
}
/** An assessment of before schema 2, with its one hint. */
const Repaired = z.looseObject({
  repair: z.nullable(z.looseObject({})),
  disagreements: z.array(z.looseObject({ rule: z.string(), name: z.string() })),
})
const parsed = (name: string): unknown => JSON.parse(written(name))

describe('items of before are read', () => {
  let table: Table
  let close: () => Promise<void>
  beforeAll(async () => {
    const started = await startTable()
    table = started.table
    close = started.close
    for (const Item of items()) await table.client.send(new PutItemCommand({ TableName: table.TableName, Item }))
  })
  afterAll(() => close())

  it('every one of them, by one store or another', async () => {
    const submission = { published: 2, unreadable: 1, faulty: 1 }
    for (const [id, mails] of Object.entries(submission)) {
      const sent = await mailLog(table).ofBefore(id)
      expect(sent).toHaveLength(mails)
      for (const mail of sent) expect(mail).toMatchObject({ status: expect.any(String), state: 'sent', messageId: expect.any(String) })
    }
    expect(await agencyStore(table).list()).toEqual([
      expect.objectContaining({ id: 'minzheng', parent: 'qinghe', kind: 'department', mail: expect.arrayContaining([expect.any(String)]) }),
      { id: 'qinghe', name: '青禾市人民政府', aliases: [], mail: [] },
    ])
    expect(await waiverStore(table).ofAgency('minzheng')).toHaveLength(3)
    expect(await explanationStore(table).ofAgencyAndYear('minzheng', 2024)).toEqual([
      { key: expect.stringContaining('table3'), text: '当年机构合并', by: 'zhang-san', at: '2025-01-15T08:00:00.000Z' },
    ])
    const publications = publicationStore(table)
    expect(await publications.moveEarlier('2025-02-01T00:00:00.000Z')).toBe(1)
    expect(await publications.moveEarlier('2025-02-01T00:00:00.000Z')).toBe(0)
    expect(await publications.ofYear(2024)).toMatchObject([{ submissionId: 'published', version: 3, page: '/minzheng/2024/v3/' }])
    expect(await publications.marked('9', 10)).toMatchObject([{ agencyId: 'minzheng', year: 2024 }])
  })

  it('a published submission, with all that steps set', async () => {
    const submission = await submissionStore(table).load('published')
    expect(submission).toMatchObject({ status: 'published', version: 3, verdict: 'pass', counts: { waived: 2 }, reviewedBy: 'li-si' })
    expect(submission?.history.map(({ status, by }) => `${status} by ${by}`)).toEqual([
      'requested by zhang-san',
      'uploaded by parse-report',
      'parsed by parse-report',
      'passed by validate-report',
      'approved by li-si',
      'published by publish-report',
    ])
    expect(submission).not.toHaveProperty('pk')
  })

  it('an unreadable one that parse-report judged, and one that was returned', async () => {
    const submissions = submissionStore(table)
    expect((await submissions.load('unreadable'))?.history.at(-1)).toMatchObject({ status: 'unreadable', by: 'parse-report' })
    expect(await submissions.load('returned')).toMatchObject({ returnReason: '第五部分过于简单', faults: 1 })
    expect((await submissionLists(table).ofAgencyAndYear('minzheng', 2024)).map(({ version }) => version)).toEqual([4, 3, 2, 1])
  })

  it('moves on a submission of before, whose item keeps its form', async () => {
    const { moved, submission } = await submissionStore(table).advance('published', 'published', 'superseded', {
      at: '2025-02-01T00:00:00.000Z',
    })
    expect([moved, submission?.status, submission?.history.length]).toEqual([true, 'superseded', 7])
  })

  it('every submission stands once in what is owed, its mails carried over where it is moved on or settled', async () => {
    const [owed, log] = [owedList(table), mailLog(table)]
    const at = '2026-01-15T08:00:00.000Z'
    while (await owed.takeInOlder(at));
    expect((await owed.due(at, 100)).toSorted()).toEqual(['faulty', 'published', 'returned', 'unreadable'])
    const submission = await submissionStore(table).load('unreadable')
    if (submission === undefined) throw new Error('it is gone')
    expect(submission.mails).toBeUndefined()
    const mails = await log.ofBefore('unreadable')
    expect(isOwed({ ...submission, mails })).toBe(false)
    expect(await owed.settle({ ...submission, mails })).toBe(true)
    expect((await submissionStore(table).load('unreadable'))?.mails).toEqual(mails)
    expect(await owed.due(at, 100)).not.toContain('unreadable')
    expect(await owedList(table).takeInOlder(at)).toBe(false)
  })

  it('every submission stands on the board once it is taken in, with the instant at which its file came', async () => {
    const board = boardStore(table)
    expect(await board.ofYear(2024)).toEqual([])
    while (await board.takeInOlder());
    const rows = await board.ofYear(2024)
    expect(rows.map(({ id }) => id).toSorted()).toEqual(['faulty', 'published', 'returned', 'unreadable'])
    for (const { id, agencyId, receivedAt } of rows) {
      const { history } = (await submissionStore(table).load(id)) ?? { history: [] }
      expect([agencyId, receivedAt]).toEqual(['minzheng', history.find(({ status }) => status === 'uploaded')?.at])
    }
    expect(await boardStore(table).takeInOlder()).toBe(false)
  })

  it('a signature, every hash as it was', async () => {
    const report = await reports.read(await filesOf('published'), 'published')
    const [stored] = await likenessStore(table).ofYear(2024)
    expect(stored?.signature).toEqual(report && signatureOf(recordOf(report)))
  })

  it('and found by its keys, with the figures beside it, and an agency under the one that it reports to, once they are filled in', async () => {
    const [likeness, agencies] = [likenessStore(table), agencyStore(table)]
    const [stored] = await likeness.ofYear(2024)
    if (stored === undefined) throw new Error('there is no signature')
    const copy = { ...stored, agencyId: 'other' }
    expect([(await likeness.search(copy)).others, await agencies.subordinatesOf('qinghe')]).toEqual([[], []])
    const uploads = await filesOf('published')
    const report = await reports.read(uploads, 'published')
    const needs = { likeness, agencies, uploads, clock: { now: () => new Date('2026-11-30T00:00:00Z') } }
    expect(await fillIn(needs)).toEqual({ agencies: 1, signatures: 1 })
    expect((await likeness.search(copy)).others).toEqual([{ ...stored, tables: report && recordOf(report).tables }])
    expect(await agencies.subordinatesOf('qinghe')).toEqual([{ id: 'minzheng', name: '青禾市民政局' }])
    expect(await fillIn(needs)).toEqual({ agencies: 1, signatures: 0 })
  })

  it('an item of a later form is refused, not misread', async () => {
    const later = items().find(({ pk }) => pk?.S === 'agencies')
    const Item = { ...later, sk: { S: 'later' }, schema: { N: '2' } } as Item
    await table.client.send(new PutItemCommand({ TableName: table.TableName, Item }))
    await expect(agencyStore(table).load('later')).rejects.toThrow('schema')
  })

  it('an item that lacks what it must have is refused', async () => {
    const Item = { pk: { S: 'agencies' }, sk: { S: 'half' }, id: { S: 'half' } }
    await table.client.send(new PutItemCommand({ TableName: table.TableName, Item }))
    await expect(agencyStore(table).load('half')).rejects.toThrow('name')
  })
})

describe('objects of before are read', () => {
  it.each(['published', 'unreadable'])('all that was made of a submission: %s', async (id) => {
    const files = await filesOf(id)
    expect(await readings.read(files, id)).toEqual(parsed(`${id}-document.json`))
    expect(await reports.read(files, id)).toEqual(parsed(`${id}-report.json`))
    const { repair, ...assessment } = Repaired.parse(parsed(`${id}-assessment.json`))
    const mends = assessment.disagreements.map(({ rule, name }) => ({ rule, name }))
    expect(await assessments.read(files, id)).toEqual({ ...assessment, repairs: repair === null ? [] : [{ changes: [repair], mends }] })
    expect(mends).toHaveLength(id === 'published' ? 2 : 0)
  })

  it('and both together, from one object or from two', async () => {
    const files = await filesOf('published')
    const both = await judgedReports.read(files, 'published')
    expect(both).toEqual({ report: await reports.read(files, 'published'), assessment: await assessments.read(files, 'published') })
    if (both === undefined) throw new Error('there is no report')
    await judgedReports.write(files, 'new', both.report, both.assessment)
    expect([await reports.read(files, 'new'), await assessments.read(files, 'new')]).toEqual([both.report, both.assessment])
    await files.remove('submissions/new/assessment.json')
    expect(await judgedReports.read(files, 'new')).toEqual(both)
  })

  it('and an assessment of today as it was written', async () => {
    const files = await filesOf('published')
    const assessment = await assessments.read(files, 'published')
    if (assessment === undefined) throw new Error('there is no assessment')
    await assessments.write(files, 'new', assessment)
    expect(await assessments.read(files, 'new')).toEqual(assessment)
    expect(JSON.parse(new TextDecoder().decode(await files.read('submissions/new/assessment.json')))).toMatchObject({ schema: 2 })
  })

  it('and written with a number, by which a later form is refused', async () => {
    const files = await filesOf('published')
    const report = await reports.read(files, 'published')
    if (report === undefined) throw new Error('there is no report')
    await reports.write(files, 'new', report)
    expect(await reports.read(files, 'new')).toEqual(report)
    const text = new TextDecoder().decode(await files.read('submissions/new/report.json'))
    expect(JSON.parse(text)).toMatchObject({ schema: 1 })
    await files.write('submissions/new/report.json', text.replace('"schema":1', '"schema":2'), 'application/json')
    await expect(reports.read(files, 'new')).rejects.toThrow('schema')
  })

  it.each([
    ['report', reports],
    ['assessment', assessments],
    ['document', readings],
  ] as const)('nothing else is taken for one: %s', async (piece, file) => {
    const files = memoryFiles()
    await files.write(`submissions/s1/${piece}.json`, '{"tables":[],"findings":{},"document":{}}', 'application/json')
    await expect(file.read(files, 's1')).rejects.toThrow()
    expect(await file.read(files, 's2')).toBeUndefined()
  })
})
