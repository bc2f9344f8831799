import { beforeEach, describe, expect, it } from 'vitest'
import { assessments, readings, reports } from '../../functions/stored/results.ts'
import { createHandler } from '../../functions/validate-report/handler.ts'
import { readFile } from '../../shared/readers/read-file.ts'
import { recogniseReport } from '../../shared/report/recognise-report.ts'
import { besideOf } from '../../shared/submission/verdict-basis.ts'
import type { FakePorts } from '../fakes/fake-ports.ts'
import { deliver } from './invoke.ts'
import { failOnce, faultyFile, MINZHENG, place, SHUILI, sha256, soundFile, startTown, statusOf, unreadableFile, YEAR } from './town.ts'

let ports: FakePorts
beforeEach(async () => {
  ports = await startTown()
})

const reading = (bytes: Uint8Array) => readFile(bytes, ports.readTools)
const parsed = async (id: string, bytes: Uint8Array, changes: object = {}) => {
  await place(ports, id, 'parsed', changes)
  await readings.write(ports.uploads, id, await reading(bytes))
}
const validate = (...ids: string[]) => deliver(createHandler(ports), ...ids.map((submission) => ({ submission })))
const rulesOf = async (id: string) => (await assessments.read(ports.uploads, id))?.findings.map(({ rule }) => rule)

describe('validate-report', () => {
  it('passes a sound report, keeps report and findings, and tells notify-agency', async () => {
    await parsed('s1', soundFile())
    expect(await validate('s1')).toEqual([])
    expect(await ports.submissions.load('s1')).toMatchObject({
      status: 'passed',
      verdict: 'pass',
      counts: { error: 0 },
      title: expect.stringContaining(MINZHENG.name),
    })
    expect(await reports.read(ports.uploads, 's1')).toMatchObject({ agency: MINZHENG.name, year: YEAR })
    expect(ports.queue.told).toEqual(['s1 → notify-agency'])
  })

  describe('of a version that passes', () => {
    const statuses = (...ids: string[]) => Promise.all(ids.map((id) => statusOf(ports, id)))

    it('lets it take the place of those that still wait, and of no others', async () => {
      await place(ports, 'published', 'published')
      await place(ports, 'waiting', 'passed')
      await place(ports, 'failed', 'failed')
      await place(ports, 'of-another', 'passed', { agencyId: SHUILI.id })
      await place(ports, 'of-another-year', 'passed', { year: YEAR - 1 })
      await parsed('newer', soundFile())
      expect(await validate('newer', 'newer')).toEqual([])
      expect(await statuses('published', 'waiting', 'failed', 'of-another', 'of-another-year', 'newer')).toEqual([
        'published',
        'replaced',
        'failed',
        'passed',
        'passed',
        'passed',
      ])
      const history = (await ports.submissions.load('waiting'))?.history
      expect(history?.slice(1)).toEqual([expect.objectContaining({ status: 'replaced', by: 'validate-report', note: '第4版已核查通过' })])
    })

    it('lets one that fails take nobody’s place', async () => {
      await place(ports, 'waiting', 'passed')
      await parsed('newer', faultyFile())
      await validate('newer')
      expect(await statuses('waiting', 'newer')).toEqual(['passed', 'failed'])
    })

    it.each(['passed', 'approved', 'published'] as const)('is replaced itself when a newer was quicker and is %s', async (newer) => {
      await parsed('late', soundFile())
      await place(ports, 'newer', newer)
      expect(await validate('late')).toEqual([])
      expect(await statuses('late', 'newer')).toEqual(['replaced', newer])
      expect(ports.queue.told).toEqual(['late → notify-agency'])
    })

    it('leaves one of two that pass at the same time', async () => {
      await parsed('s1', soundFile())
      await parsed('s2', soundFile())
      await Promise.all([validate('s1'), validate('s2')])
      expect(await statuses('s1', 's2')).toEqual(['replaced', 'passed'])
    })

    it.each([
      ['the announcement', () => failOnce(ports.queue, 'send')],
      ['the list', () => failOnce(ports.lists, 'ofAgencyAndYear')],
    ])('does it with the next delivery after a crash at %s', async (name, crash) => {
      await place(ports, 'waiting', 'passed')
      await parsed('newer', soundFile())
      if (name === 'the list') {
        const { advance } = ports.submissions
        ports.submissions.advance = async (...step) => {
          ports.submissions.advance = advance
          const answer = await advance(...step)
          crash()
          return answer
        }
      } else crash()
      expect(await validate('newer')).toEqual([0])
      expect(await statuses('waiting', 'newer')).toEqual(['passed', 'passed'])
      expect(await validate('newer')).toEqual([])
      expect(await statuses('waiting', 'newer')).toEqual(['replaced', 'passed'])
    })

    it('leaves one alone that is approved meanwhile', async () => {
      await place(ports, 'approved', 'approved')
      await parsed('newer', soundFile())
      await validate('newer')
      expect(await statuses('approved', 'newer')).toEqual(['approved', 'passed'])
    })
  })

  it('notes what the verdict hangs on beside the file: the agency, and last year’s report', async () => {
    await parsed('s1', soundFile())
    await validate('s1')
    const agency = await ports.agencies.load(MINZHENG.id)
    expect((await ports.submissions.load('s1'))?.judgedBeside).toBe(besideOf(agency, undefined))
    await ports.publications.put(
      {
        agencyId: MINZHENG.id,
        agencyName: MINZHENG.name,
        year: YEAR - 1,
        version: 1,
        submissionId: 'before',
        title: '',
        page: '',
        publishedAt: '',
      },
      { at: '', over: undefined },
    )
    await parsed('s2', soundFile())
    await validate('s2')
    expect((await ports.submissions.load('s2'))?.judgedBeside).toBe(besideOf(agency, 'before'))
  })

  it('fails a report whose sums do not hold', async () => {
    await parsed('s1', faultyFile())
    expect(await validate('s1')).toEqual([])
    expect(await ports.submissions.load('s1')).toMatchObject({ status: 'failed', verdict: 'fail' })
    expect(await rulesOf('s1')).toEqual(expect.arrayContaining(['table3-row-total', 'table3-balance']))
    expect(ports.queue.told).toEqual(['s1 → notify-agency'])
  })

  it('has an answer for a file that cannot be read, and tells notify-agency', async () => {
    await parsed('s1', unreadableFile(), { file: { objectVersion: 'v1', sha256: sha256(unreadableFile()), bytes: 4000 } })
    expect(await validate('s1')).toEqual([])
    expect(await ports.submissions.load('s1')).toMatchObject({
      status: 'unreadable',
      verdict: 'unreadable',
      title: null,
      counts: { error: 1 },
    })
    expect(await reports.read(ports.uploads, 's1')).toMatchObject({ unreadable: { reason: 'unknown-format' } })
    expect(await assessments.read(ports.uploads, 's1')).toMatchObject({
      findings: [{ rule: 'file-readable' }],
      sha256: sha256(unreadableFile()),
    })
    expect(ports.queue.told).toEqual(['s1 → notify-agency'])
  })

  it('knows whose report it should be, by name or alias', async () => {
    await parsed('s1', soundFile(), { agencyId: SHUILI.id, agencyName: SHUILI.name })
    await parsed('s2', soundFile())
    await ports.agencies.save({ ...MINZHENG, name: '青禾市民政和社会工作局', aliases: [MINZHENG.name] })
    expect(await validate('s1', 's2')).toEqual([])
    expect(await rulesOf('s1')).toContain('report-is-the-one-expected')
    expect(await rulesOf('s2')).not.toContain('report-is-the-one-expected')
  })

  it('compares with the report of the year before that stands in public, and with no other', async () => {
    const before = await reading(soundFile(YEAR - 1))
    if ('unreadable' in before) throw new Error('the sample cannot be read')
    await reports.write(ports.uploads, 'before', recogniseReport(before))
    const publication = { agencyId: MINZHENG.id, agencyName: MINZHENG.name, year: YEAR - 1, version: 1, submissionId: 'before' }
    await parsed('s1', soundFile())
    await validate('s1')
    expect(await rulesOf('s1')).not.toContain('carried-over-matches-previous')

    await ports.publications.put(
      { ...publication, title: '', page: '/minzheng/2023/v1/', publishedAt: '2024-01-20T00:00:00.000Z' },
      { at: '', over: undefined },
    )
    await parsed('s2', soundFile())
    await validate('s2')
    expect(await rulesOf('s2')).toContain('carried-over-matches-previous')
  })

  it('does no harm twice, and nothing to one that is elsewhere', async () => {
    await parsed('s1', soundFile())
    await place(ports, 'early', 'uploaded')
    await place(ports, 'late', 'published', { year: YEAR - 1 })
    expect(await validate('s1', 's1', 'early', 'late', 'nobody')).toEqual([])
    expect((await ports.submissions.load('s1'))?.history).toHaveLength(2)
    expect([await statusOf(ports, 'early'), await statusOf(ports, 'late')]).toEqual(['uploaded', 'published'])
    expect(new Set(ports.queue.told)).toEqual(new Set(['s1 → notify-agency']))
  })

  it.each([
    ['passed', soundFile()],
    ['failed', faultyFile()],
    ['unreadable', unreadableFile()],
  ])('tells the next again after a crash between %s and the announcement', async (status, bytes) => {
    await parsed('s1', bytes)
    failOnce(ports.queue, 'send')
    expect(await validate('s1')).toEqual([0])
    expect(await statusOf(ports, 's1')).toBe(status)
    expect(await validate('s1')).toEqual([])
    expect(ports.queue.told).toEqual(['s1 → notify-agency'])
  })

  it('fails, and changes nothing, when the document is not there', async () => {
    await place(ports, 's1', 'parsed')
    expect(await validate('s1')).toEqual([0])
    expect(await statusOf(ports, 's1')).toBe('parsed')
  })
})
