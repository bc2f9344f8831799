import { FORMATS_IN_WORDS, uploadContentType } from './content-types.ts'
import { type Caller, maySubmit } from './permissions.ts'
import { type Problem, problem } from './problem.ts'
import { FIRST_REPORTING_YEAR, lastReportingYear } from './reporting-year.ts'
import type { Agency } from './submission.ts'

export const UPLOAD_LIMITS = { maxBytes: 25 * 1024 * 1024, expiresInSeconds: 15 * 60 } as const

const MEGABYTE = 1024 * 1024
const LIMIT = `${UPLOAD_LIMITS.maxBytes / MEGABYTE} MB`

/** What is said of a file before it is uploaded. */
type AnnouncedFile = { readonly year: number; readonly fileName: string; readonly contentType: string; readonly bytes: number }

type Admission = { readonly agency: Agency; readonly contentType: string } | { readonly refused: Problem }

const refuse = (...told: Parameters<typeof problem>): Admission => ({ refused: problem(...told) })

/** Decides whether this upload may be, and for whom. `agency` is the caller's, where it is known. */
export const admitUpload = (request: AnnouncedFile, caller: Caller, agency: Agency | undefined, now: Date): Admission => {
  const { year, bytes, fileName } = request
  if (caller.role !== 'clerk' || caller.agency === null) return refuse(403, 'not-a-clerk', '只有填报单位的填报人员可以提交年度报告。')
  if (agency === undefined || !maySubmit(caller, agency.id))
    return refuse(403, 'unknown-agency', '您所属的单位尚未登记,请联系政府信息公开工作主管部门。')

  const last = lastReportingYear(now)
  if (year < FIRST_REPORTING_YEAR || year > last)
    return refuse(400, 'year-out-of-range', `年度应为${FIRST_REPORTING_YEAR}至${last}年,收到的是${year}年。`)

  if (bytes === 0) return refuse(400, 'empty-file', `文件“${fileName}”是空的,没有任何内容,请重新选择。`)
  if (bytes > UPLOAD_LIMITS.maxBytes) {
    const size = `${(bytes / MEGABYTE).toFixed(1)} MB`
    return refuse(413, 'file-too-large', `文件“${fileName}”有${size},超过上限${LIMIT}。请压缩其中的图片后再提交。`)
  }

  const contentType = uploadContentType(request.contentType)
  if (contentType === undefined)
    return refuse(415, 'content-type', `文件“${fileName}”不是可以报送的格式。请提交${FORMATS_IN_WORDS}格式的年度报告。`)
  return { agency, contentType }
}
