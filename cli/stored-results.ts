import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type FolderObjects, openFolder } from '../functions/node/folder-objects.ts'
import { assessments, reports } from '../functions/stored/results.ts'
import { type Judged, replayHindrance } from '../shared/assessment/impact.ts'
import type { Report } from '../shared/report/report.ts'
import { type CheckedResult, checkedResults } from './checked-json.ts'
import { UsageError } from './options.ts'
import { readReport } from './read-report.ts'
import { userPath } from './user-path.ts'

export type Skipped = { readonly source: string; readonly reason: string }
type Stored = Judged | Skipped

const judged = (source: string, report: Report, before: Judged['before']): Stored => {
  const reason = replayHindrance(report)
  return reason === undefined ? { source, report, before } : { source, reason }
}

/** A submission as a function left it: the report with all its places, and what was found. */
const fromObjects = async ({ files }: FolderObjects, id: string): Promise<Stored> => {
  const [report, assessment] = [await reports.read(files, id), await assessments.read(files, id)]
  if (report === undefined || assessment === undefined) return { source: id, reason: '没有存下核查结果' }
  return judged(id, report, assessment.findings)
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
  const objects = await openFolder(folder).catch(() => {
    throw new UsageError(`找不到文件夹“${given}”`)
  })
  for (const key of await objects.files.list('submissions/')) {
    const id = /^submissions\/([^/]+)\/report\.json$/.exec(key)?.[1]
    if (id !== undefined) yield fromObjects(objects, id)
  }
  for (const name of objects.others)
    for (const result of checkedResults(await readFile(join(folder, name), 'utf8')) ?? []) yield fromResult(name, result)
}
