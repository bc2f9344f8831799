import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { z } from 'zod'
import type { Assessment } from '../shared/assessment/assessment.ts'
import { type Judged, replayHindrance } from '../shared/assessment/impact.ts'
import type { Report } from '../shared/report/report.ts'
import { assessmentKey, reportKey } from '../shared/submission/keys.ts'
import { type CheckedResult, checkedResults } from './checked-json.ts'
import { UsageError } from './options.ts'
import { readReport } from './read-report.ts'
import { userPath } from './user-path.ts'

export type Skipped = { readonly source: string; readonly reason: string }
type Stored = Judged | Skipped

/** How the local run's object store notes a version; the content lies beside it. */
const ObjectNote = z.looseObject({ key: z.string(), sequence: z.number(), deleteMarker: z.boolean() })

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Where the stored pieces of submissions lie: by key, the newest file of each. */
const storedObjects = async (folder: string, names: readonly string[]): Promise<Map<string, string>> => {
  const newest = new Map<string, { readonly sequence: number; readonly path: string }>()
  for (const name of names) {
    const path = join(folder, name)
    const key = /(?:^|\/)([^/]+\/(?:report|assessment)\.json)$/.exec(name)?.[1]
    if (key !== undefined) newest.set(`submissions/${key}`, { sequence: 0, path })
    if (!/-\d{16}\.json$/.test(name)) continue
    const note = ObjectNote.safeParse(json(await readFile(path, 'utf8')))
    if (!note.success || note.data.deleteMarker || note.data.sequence < (newest.get(note.data.key)?.sequence ?? 0)) continue
    newest.set(note.data.key, { sequence: note.data.sequence, path: path.replace(/\.json$/, '.bytes') })
  }
  return new Map(Array.from(newest, ([key, { path }]) => [key, path]))
}

const judged = (source: string, report: Report, before: Judged['before']): Stored => {
  const reason = replayHindrance(report)
  return reason === undefined ? { source, report, before } : { source, reason }
}

/** A submission as a function left it: the report with all its places, and what was found. */
const fromObjects = async (objects: ReadonlyMap<string, string>, id: string): Promise<Stored> => {
  const [report, assessment] = [objects.get(reportKey(id)), objects.get(assessmentKey(id))]
  if (report === undefined || assessment === undefined) return { source: id, reason: '没有存下核查结果' }
  const [read, found] = await Promise.all([report, assessment].map(async (path) => JSON.parse(await readFile(path, 'utf8'))))
  return judged(id, read as Report, (found as Assessment).findings)
}

/** A result of `check --json` lacks the places that rules look at: its file is read again, if it is still there. */
const fromResult = async (from: string, { file, findings }: CheckedResult): Promise<Stored> => {
  const source = file ?? from
  if (file === undefined || findings === undefined) return { source, reason: '不是完整的核对结果' }
  const { report } = await readReport(file)
  if (report.unreadable?.reason === 'not-found') return { source, reason: '原文件已不在原处,仅凭核对结果无法重放' }
  return judged(
    source,
    report,
    findings.map(({ rule, severity }) => ({ rule, severity, places: [], facts: {} })),
  )
}

/** Everything in a folder that can be replayed, and what cannot. */
export async function* storedResults(given: string): AsyncGenerator<Stored> {
  const folder = userPath(given)
  const names = await readdir(folder, { recursive: true }).catch(() => {
    throw new UsageError(`找不到文件夹“${given}”`)
  })
  const jsons = names.filter((name) => name.endsWith('.json')).toSorted()
  const objects = await storedObjects(folder, jsons)
  const ids = new Set(Array.from(objects.keys(), (key) => /^submissions\/([^/]+)\/report\.json$/.exec(key)?.[1]))
  for (const id of ids) if (id !== undefined) yield fromObjects(objects, id)
  const pieces = new Set(Array.from(objects.values(), (path) => relative(folder, path)))
  for (const name of jsons.filter((each) => !pieces.has(each) && !/-\d{16}\.json$/.test(each)))
    for (const result of checkedResults(await readFile(join(folder, name), 'utf8')) ?? []) yield fromResult(name, result)
}
