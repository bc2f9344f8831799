import { createHash } from 'node:crypto'
import { uploadKey } from '../../shared/submission/keys.ts'
import type { Status } from '../../shared/submission/lifecycle.ts'
import type { Submission } from '../../shared/submission/submission.ts'
import { type FakePorts, fakePorts } from '../fakes/fake-ports.ts'
import { type SampleReport, sampleReport } from '../generator/sample-report.ts'
import { writeSample } from '../generator/write-sample.ts'

/** Two agencies of an invented town, their clerks, and two people of its disclosure office. */
export const MINZHENG = {
  id: 'minzheng',
  name: '青禾市民政局',
  aliases: ['市民政局'],
  mail: ['bgs@minzheng.example', 'xx@minzheng.example'],
}
export const SHUILI = { id: 'shuili', name: '青禾市水利局', aliases: [], mail: ['bgs@shuili.example'] }
export const CLERK = { sub: 'zhang-san', role: 'clerk', agency: MINZHENG.id }
export const OTHER_CLERK = { sub: 'wang-wu', role: 'clerk', agency: SHUILI.id }
export const REVIEWER = { sub: 'li-si', role: 'reviewer' }

export const YEAR = 2024

export const startTown = async (): Promise<FakePorts> => {
  const ports = fakePorts()
  await ports.agencies.save(MINZHENG)
  await ports.agencies.save(SHUILI)
  return ports
}

const text = (report: SampleReport): Uint8Array => writeSample(report, { format: 'txt', layout: 'pipe' })
const sound = (year: number) => sampleReport({ seed: 7, agency: MINZHENG.name, year, bustle: 'ordinary' })

/** A report without a fault. */
export const soundFile = (year = YEAR): Uint8Array => text(sound(year))

/** The same, but one request more was received than was dealt with. */
export const faultyFile = (): Uint8Array => {
  const report = sound(YEAR)
  return text({
    ...report,
    three: report.three.map((row, at) => (at === 0 ? row.map((value, column) => (column === 0 ? value + 1 : value)) : row)),
  })
}

export const unreadableFile = (): Uint8Array => Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256)

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Opens a submission of the first agency and brings it to a status by fiat, with a version where its file has arrived. */
export const place = async (ports: FakePorts, id: string, status: Status, changes: Partial<Submission> = {}): Promise<Submission> => {
  const at = ports.clock.now().toISOString()
  const submission: Submission = {
    id,
    agencyId: MINZHENG.id,
    agencyName: MINZHENG.name,
    year: YEAR,
    status,
    since: at,
    fileName: '年报.txt',
    key: uploadKey(changes.agencyId ?? MINZHENG.id, id),
    declaredSha256: 'ab'.repeat(32),
    submittedBy: CLERK.sub,
    history: [{ status, at, by: 'test' }],
    mails: [],
    ...changes,
  }
  const { agencyId, year } = submission
  const arrived = status !== 'requested' && status !== 'lapsed'
  const came = { file: submission.file ?? { objectVersion: 'v1', sha256: submission.declaredSha256, bytes: 1 }, at }
  const version = changes.version ?? (arrived ? (await ports.claims.arrive({ id, agencyId, year }, came)).version : undefined)
  const placed = { ...submission, ...(version !== undefined && { version }) }
  await ports.submissions.create(placed)
  return placed
}

export const statusOf = async (ports: FakePorts, id: string): Promise<Status | undefined> => (await ports.submissions.load(id))?.status

/** The named method fails once, then does its work as before. */
export const failOnce = <Port extends object, Name extends keyof Port>(port: Port, name: Name): void => {
  const method = port[name]
  const failing = () => {
    port[name] = method
    return Promise.reject(new Error('connection lost'))
  }
  port[name] = failing as Port[Name]
}
