import { readFile } from 'node:fs/promises'
import { judge } from '../shared/assessment/judge.ts'
import { tellFinding } from '../shared/feedback/told-finding.ts'
import { type ReportRecord, recordOf } from '../shared/report/record.ts'
import { checkedResults } from './checked-json.ts'
import { readReport } from './read-report.ts'
import { userPath } from './user-path.ts'

/** A report that a file holds, or why it holds none, in words. */
export type RecordRead = { readonly file: string } & ({ readonly record: ReportRecord } | { readonly unreadable: string })

const looksLikeJson = async (path: string): Promise<string | undefined> => {
  if (!path.endsWith('.json')) return undefined
  return readFile(path, 'utf8').catch(() => undefined)
}

/** The reports of a file: one of any readable format, or all those of the JSON of an earlier check. */
export const readRecords = async (file: string): Promise<RecordRead[]> => {
  const results = checkedResults((await looksLikeJson(userPath(file))) ?? '')
  if (results !== undefined)
    return results.map((result) =>
      result.verdict === 'unreadable'
        ? { file: result.file ?? file, unreadable: '此前核对时无法读取' }
        : { file: result.file ?? file, record: result },
    )
  const { report } = await readReport(file)
  if (report.unreadable === null) return [{ file, record: recordOf(report) }]
  const { findings } = await judge(report, { context: {}, sha256: null })
  return [{ file, unreadable: findings.map((finding) => tellFinding(finding).message).join() }]
}
