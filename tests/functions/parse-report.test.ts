import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createHandler } from '../../functions/parse-report/handler.ts'
import { assessments, readings } from '../../functions/stored/results.ts'
import { uploadKey } from '../../shared/submission/keys.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import s3TestEvent from './events/s3-test-event.json' with { type: 'json' }
import { deliver, objectEvent } from './invoke.ts'
import { failOnce, faultyFile, MINZHENG, place, SHUILI, sha256, soundFile, startTown, statusOf, unreadableFile } from './town.ts'

const KEY = uploadKey(MINZHENG.id, 's1')

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
  await place(ports, 's1', 'requested')
})

/** Puts an object there, and gives the event that tells of it. */
const upload = async (bytes: Uint8Array, key = KEY) => {
  await ports.uploads.write(key, bytes, 'text/plain')
  return objectEvent(key, (await ports.uploads.head(key))?.version ?? '')
}
const parse = (...bodies: unknown[]) => deliver(createHandler(ports), ...bodies)

describe('parse-report', () => {
  it('records the object version and its hash, keeps the document, and tells validate-report', async () => {
    expect(await parse(await upload(soundFile()))).toEqual([])
    const submission = await ports.submissions.load('s1')
    expect(submission?.file).toEqual({ objectVersion: 'v1', sha256: sha256(soundFile()), bytes: soundFile().length })
    expect(submission?.history.map(({ status }) => status)).toEqual(['requested', 'uploaded', 'parsed'])
    expect(await readings.read(ports.uploads, 's1')).toMatchObject({ document: { format: 'txt' }, remarks: [] })
    expect(ports.queue.told).toEqual(['s1 → validate-report'])
  })

  it('keeps why a file cannot be read, and leaves the judgement to validate-report', async () => {
    expect(await parse(await upload(unreadableFile()))).toEqual([])
    expect(await ports.submissions.load('s1')).toMatchObject({ status: 'parsed', file: { sha256: sha256(unreadableFile()) } })
    expect(await readings.read(ports.uploads, 's1')).toMatchObject({ unreadable: 'unknown-format' })
    expect(await assessments.read(ports.uploads, 's1')).toBeUndefined()
    expect(ports.queue.told).toEqual(['s1 → validate-report'])
  })

  it('gives the submission the next version of its agency and year; one that was only asked for has none', async () => {
    await place(ports, 'earlier', 'failed')
    await place(ports, 'never-uploaded', 'requested')
    expect(await parse(await upload(soundFile()))).toEqual([])
    expect(await ports.submissions.load('s1')).toMatchObject({ status: 'parsed', version: 2 })
    expect(await ports.submissions.load('never-uploaded')).not.toHaveProperty('version')
  })

  it('keeps the version that an older build gave when leave was asked', async () => {
    await place(ports, 'old', 'requested', { version: 7 })
    expect(await parse(await upload(soundFile(), uploadKey(MINZHENG.id, 'old')))).toEqual([])
    expect(await ports.submissions.load('old')).toMatchObject({ status: 'parsed', version: 7 })
  })

  it('gives the same version again after a crash between claim and step, and to deliveries at the same time', async () => {
    const event = await upload(soundFile())
    failOnce(ports.submissions, 'advanceTwice')
    expect(await parse(event)).toEqual([0])
    await Promise.all([parse(event), parse(event)])
    await place(ports, 's2', 'requested')
    expect(await parse(await upload(faultyFile(), uploadKey(MINZHENG.id, 's2')))).toEqual([])
    expect([(await ports.submissions.load('s1'))?.version, (await ports.submissions.load('s2'))?.version]).toEqual([1, 2])
  })

  it('goes by what came first, also where nothing but the claim tells of it, and the event of a later upload comes next', async () => {
    await upload(soundFile())
    failOnce(ports.submissions, 'advanceTwice')
    expect(await parse(objectEvent(KEY, 'v1'))).toEqual([0])
    expect(await statusOf(ports, 's1')).toBe('requested')
    ports.passMinutes(3)
    const later = await upload(faultyFile())
    expect(await parse(later)).toEqual([])
    const submission = await ports.submissions.load('s1')
    expect(submission).toMatchObject({ status: 'parsed', version: 1, file: { objectVersion: 'v1', sha256: sha256(soundFile()) } })
    expect(submission?.history.map(({ status, at, note }) => `${status} ${at.slice(11, 16)}${note ? ' note' : ''}`)).toEqual([
      'requested 08:00',
      'uploaded 08:00',
      'parsed 08:03',
      'parsed 08:03 note',
    ])
  })

  it('shows that a large file has come before it is read', async () => {
    const event = await upload(new Uint8Array(1024 * 1024).fill(32))
    const advance = vi.spyOn(ports.submissions, 'advance')
    expect(await parse(event)).toEqual([])
    expect(advance.mock.calls.map(([, , to]) => to)).toEqual(['uploaded', 'parsed'])
  })

  it('reads the upload once, and loads the submission once', async () => {
    const event = await upload(soundFile())
    const [read, load] = [vi.spyOn(ports.uploads, 'read'), vi.spyOn(ports.submissions, 'load')]
    expect(await parse(event)).toEqual([])
    expect([read.mock.calls, load.mock.calls]).toEqual([[[KEY, 'v1']], [['s1']]])
  })

  it('does no harm when the same event comes twice, or when sweep sendsTo the submission', async () => {
    const event = await upload(soundFile())
    expect(await parse(event, event, { submission: 's1' })).toEqual([])
    expect((await ports.submissions.load('s1'))?.history).toHaveLength(3)
    expect(new Set(ports.queue.told)).toEqual(new Set(['s1 → validate-report']))
  })

  it('does the same for an upload whose event was lost, when sweep sendsTo it', async () => {
    await upload(soundFile())
    expect(await parse({ submission: 's1' })).toEqual([])
    expect(await ports.submissions.load('s1')).toMatchObject({ status: 'parsed', file: { objectVersion: 'v1' } })
  })

  it('waits on when sweep sendsTo a submission without an upload', async () => {
    expect(await parse({ submission: 's1' })).toEqual([])
    expect(await statusOf(ports, 's1')).toBe('requested')
  })

  it('goes by the recorded version; a later upload to the same key is kept, ignored, and shown once in the history', async () => {
    const first = await upload(soundFile())
    await parse(first)
    const second = await upload(faultyFile())
    const version = second.Records[0]?.s3.object.versionId ?? ''
    expect(await parse(second, second, first)).toEqual([])
    const submission = await ports.submissions.load('s1')
    expect(submission?.file?.objectVersion).toBe('v1')
    expect(submission?.history.filter(({ note }) => note?.includes(version))).toHaveLength(1)
    expect(await ports.uploads.read(KEY, version)).toEqual(faultyFile())
  })

  it('notes any number of later uploads in one line, with their number and the last', async () => {
    await parse(await upload(soundFile()))
    const events: Awaited<ReturnType<typeof upload>>[] = []
    for (let again = 0; again < 300; again += 1) events.push(await upload(soundFile()))
    expect(await parse(...events)).toEqual([])
    const history = (await ports.submissions.load('s1'))?.history ?? []
    expect(history.map(({ status }) => status)).toEqual(['requested', 'uploaded', 'parsed', 'parsed'])
    const last = events.at(-1)
    expect(history.at(-1)).toMatchObject({ times: 300, note: expect.stringContaining(last?.Records[0]?.s3.object.versionId ?? 'none') })
    expect(history.at(-1)?.note).toContain('又收到300次上传')
  })

  it('loses no count when later uploads are told of at the same time', async () => {
    await parse(await upload(soundFile()))
    const events = [await upload(soundFile()), await upload(soundFile()), await upload(soundFile())]
    await Promise.all(events.map((event) => parse(event)))
    expect((await ports.submissions.load('s1'))?.history.at(-1)).toMatchObject({ times: 3 })
  })

  it('goes on from the lines of an older build', async () => {
    const history = ['v7', 'v8'].map((version) => ({
      status: 'passed' as const,
      at: '2025-01-15T08:00:00.000Z',
      by: 'parse-report',
      note: `又收到一次上传,未采用(对象版本 ${version})`,
    }))
    await place(ports, 's2', 'passed', { file: { objectVersion: 'v6', sha256: 'ab', bytes: 1 }, history })
    expect(await parse(objectEvent(uploadKey(MINZHENG.id, 's2'), 'v9'))).toEqual([])
    expect((await ports.submissions.load('s2'))?.history).toEqual([
      history[0],
      { ...history[1], times: 2, note: '又收到2次上传,未采用(最近一次的对象版本 v9)' },
    ])
  })

  it('reads the recorded version although a later one lies on top of it', async () => {
    const event = await upload(soundFile())
    failOnce(ports.uploads, 'write') // the document cannot be written: a crash between uploaded and parsed
    expect(await parse(event)).toEqual([0])
    expect(await statusOf(ports, 's1')).toBe('uploaded')
    await ports.uploads.write(KEY, unreadableFile(), 'text/plain')
    expect(await parse(event)).toEqual([])
    expect(await ports.submissions.load('s1')).toMatchObject({ status: 'parsed', file: { objectVersion: 'v1' } })
  })

  it.each([
    ['a document', soundFile()],
    ['a file that cannot be read', unreadableFile()],
  ])('tells the next again after a crash between the step and the announcement: %s', async (_name, bytes) => {
    const event = await upload(bytes)
    failOnce(ports.queue, 'send')
    expect(await parse(event)).toEqual([0])
    expect([await statusOf(ports, 's1'), ports.queue.told]).toEqual(['parsed', []])
    expect(await parse(event)).toEqual([])
    expect(ports.queue.told).toEqual(['s1 → validate-report'])
  })

  it('says nothing when it comes late, to a submission that is further on', async () => {
    await place(ports, 's2', 'passed', { file: { objectVersion: 'v1', sha256: 'ab', bytes: 1 } })
    expect(await parse({ submission: 's2' }, objectEvent(uploadKey(MINZHENG.id, 's2'), 'v1'))).toEqual([])
    expect([await statusOf(ports, 's2'), ports.queue.told]).toEqual(['passed', []])
  })
})

describe('parse-report revives a submission that lapsed before its upload was told of', () => {
  it('and goes on with it, once', async () => {
    await place(ports, 'late', 'lapsed')
    const event = await upload(soundFile(), uploadKey(MINZHENG.id, 'late'))
    expect(await parse(event, event)).toEqual([])
    const submission = await ports.submissions.load('late')
    expect(submission?.history.map(({ status }) => status)).toEqual(['lapsed', 'uploaded', 'parsed'])
    expect(submission?.file).toMatchObject({ sha256: sha256(soundFile()) })
    expect(ports.queue.told.at(0)).toBe('late → validate-report')
  })

  it('also when sweep lapses it while the file is being read', async () => {
    const event = await upload(soundFile())
    const { read } = ports.uploads
    ports.uploads.read = async (...object) => {
      ports.uploads.read = read
      await ports.submissions.advance('s1', 'requested', 'lapsed', { at: ports.clock.now().toISOString() })
      return read(...object)
    }
    expect(await parse(event)).toEqual([0])
    expect(await parse(event)).toEqual([])
    expect(await statusOf(ports, 's1')).toBe('parsed')
  })

  it('but not where nothing was uploaded', async () => {
    await place(ports, 'late', 'lapsed')
    expect(await parse({ submission: 'late' })).toEqual([])
    expect(await statusOf(ports, 'late')).toBe('lapsed')
  })
})

describe('parse-report leaves alone', () => {
  it('an upload of no submission', async () => {
    expect(await parse(await upload(soundFile(), uploadKey(MINZHENG.id, 'nobody')))).toEqual([])
    expect(ports.log.lines).toEqual(['warn upload of no submission ignored'])
  })

  it('an upload under the key of another agency', async () => {
    expect(await parse(await upload(soundFile(), uploadKey(SHUILI.id, 's1')))).toEqual([])
    expect([await statusOf(ports, 's1'), ports.log.lines]).toEqual(['requested', ['warn upload under a foreign key ignored']])
  })

  it('keys that no policy can have made', async () => {
    for (const key of ['uploads/s1', 'uploads/minzheng/s1/more', 'submissions/s1/report.json'])
      expect(await parse(await upload(soundFile(), key))).toEqual([])
    expect([await statusOf(ports, 's1'), ports.log.lines.length]).toEqual(['requested', 3])
  })

  it('the test event of S3, and events of removal', async () => {
    const removed = objectEvent(KEY, 'v1')
    const records = removed.Records.map((record) => ({ ...record, eventName: 'ObjectRemoved:Delete' }))
    expect(await parse(s3TestEvent, { Records: records })).toEqual([])
    expect([await statusOf(ports, 's1'), ports.log.lines]).toEqual(['requested', []])
  })
})

describe('a batch of five with one that is poison', () => {
  it.each([
    ['no JSON', '{'],
    ['no message of ours', { order: 7 }],
    ['an object whose version is gone', objectEvent(KEY, 'v99')],
  ])('fails for that one alone: %s', async (_name, poison) => {
    const ids = ['b1', 'b2', 'b3', 'b4']
    const events: unknown[] = []
    for (const id of ids) {
      await place(ports, id, 'requested')
      events.push(await upload(soundFile(), uploadKey(MINZHENG.id, id)))
    }
    expect(await parse(...events.slice(0, 2), poison, ...events.slice(2))).toEqual([2])
    expect(await Promise.all(ids.map((id) => statusOf(ports, id)))).toEqual(['parsed', 'parsed', 'parsed', 'parsed'])
    expect(ports.log.lines).toContain('error message failed')
  })
})
