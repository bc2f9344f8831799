import { createHash } from 'node:crypto'
import pMap from 'p-map'
import { type Identity, openIdentity } from '../../local/identity.ts'
import { createReplies, type Replies } from '../../shared/http-api/client.ts'
import type { UploadForm } from '../../shared/http-api/uploads.ts'
import { plantError } from '../../tests/generator/plant/plant-error.ts'
import { sampleReport } from '../../tests/generator/sample-report.ts'
import { writeSample } from '../../tests/generator/write-sample.ts'
import type { Run } from './run.ts'

export const YEAR = 2024
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** One report in ten fails. */
const FAILS_EVERY = 10

export type Unit = { readonly id: string; readonly name: string; readonly fails: boolean; readonly file: Uint8Array }

/** Agencies, each with its report. */
export const unitsFor = (count: number): Unit[] =>
  Array.from({ length: count }, (_, index) => {
    const [id, name, fails] = [`unit-${index}`, `青禾市第${index}局`, index % FAILS_EVERY === FAILS_EVERY - 1]
    const report = sampleReport({ seed: index, agency: name, year: YEAR, bustle: 'ordinary' })
    const layout = { format: 'docx', layout: 'official' } as const
    if (!fails) return { id, name, fails, file: writeSample(report, layout) }
    const slip = plantError(report, 'table3-slip', index)
    return { id, name, fails, file: writeSample(slip.report, { ...layout, variants: slip.variants }) }
  })

/** What was answered; a refusal throws. */
export const answered = <Reply extends { readonly status: number; readonly json?: unknown }>(reply: Reply): NonNullable<Reply['json']> => {
  if (reply.json == null) throw new Error(`refused: ${reply.status}`)
  return reply.json
}

/** The API by the token of a person of the run. */
export const peopleOf = async ({ folder, addresses }: Run) => {
  const identity: Identity = await openIdentity(folder, addresses.signIn)
  const as = async (person: Parameters<Identity['issueToken']>[0]): Promise<Replies> =>
    createReplies({ apiUrl: `${addresses.portal}/api`, token: await identity.issueToken(person), fetch })
  return {
    clerk: ({ id }: Pick<Unit, 'id'>) => as({ sub: `clerk-of-${id}`, role: 'clerk', agency: id }),
    reviewer: () => as({ sub: 'load-reviewer', role: 'reviewer' }),
  }
}
export type People = Awaited<ReturnType<typeof peopleOf>>

export const register = async (reviewer: Replies, units: readonly Unit[]): Promise<void> => {
  const rows = [['编号', '名称', '邮箱'], ...units.map(({ id, name }) => [id, name, `office@${id}.example`])]
  const { status } = await reviewer.importAgencies({ body: { rows } })
  if (status !== 200) throw new Error(`the agencies were refused: ${status}`)
}

const post = async ({ url, fields }: UploadForm, file: Uint8Array): Promise<void> => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', new Blob([new Uint8Array(file)]), '年报.docx')
  const response = await fetch(url, { method: 'POST', body: form })
  if (!response.ok) throw new Error(`the upload was refused: ${response.status}`)
}

/** A file that was accepted, and when (milliseconds). */
export type Accepted = { readonly unit: Unit; readonly id: string; readonly at: number }

/** Hands a unit's file in; throws where it was not accepted. */
export const handIn = async (people: People, unit: Unit): Promise<Accepted> => {
  const clerk = await people.clerk(unit)
  const sha256 = createHash('sha256').update(unit.file).digest('hex')
  const body = { year: YEAR, fileName: '年报.docx', contentType: DOCX, bytes: unit.file.length, sha256 }
  const answer = answered(await clerk.requestUpload({ body }))
  if (!answer.unchanged) await post(answer.upload, unit.file)
  return { unit, id: answer.submission.id, at: Date.now() }
}

/** Hands all in, so many at a time. */
export const handInAll = (people: People, units: readonly Unit[], clerks: number): Promise<Accepted[]> =>
  pMap(units, (unit) => handIn(people, unit), { concurrency: clerks })
