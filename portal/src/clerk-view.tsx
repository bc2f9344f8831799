import { useCallback, useState } from 'preact/hooks'
import { submissionLink } from '../../shared/submission/keys.ts'
import { currentReportingYear } from '../../shared/submission/reporting-year.ts'
import type { Api } from './api.ts'
import { DeadlineNote } from './deadline-note.tsx'
import { PrecheckSection } from './precheck/precheck-section.tsx'
import { usePrecheck } from './precheck/use-precheck.ts'
import type { Sent } from './send-file.ts'
import { SubmissionList } from './submission-list.tsx'
import { SubmitForm } from './submit-form.tsx'

/** Hand a report in, see beforehand what the browser finds in it, and see what became of the earlier ones. */
export const ClerkView = ({ api, onNotice }: { api: Api; onNotice: (notice: string | null) => void }) => {
  const [year, setYear] = useState(() => currentReportingYear(new Date()))
  const [file, setFile] = useState<File | null>(null)
  const precheck = usePrecheck(file, year)
  const load = useCallback(() => api.listSubmissions({ query: { year } }), [api, year])
  const goTo = ({ submission, unchanged }: Sent): void => {
    onNotice(unchanged ? '这个文件此前已经提交过,内容没有变化。下面是当时的结果。' : '文件已上传。')
    location.hash = submissionLink(submission.id)
  }
  return (
    <>
      <section aria-labelledby="submit">
        <h2 id="submit">提交年度报告</h2>
        <DeadlineNote api={api} year={year} />
        <SubmitForm api={api} year={year} onYear={setYear} file={file} onFile={setFile} onSent={goTo} />
      </section>
      {precheck !== null && <PrecheckSection precheck={precheck} />}
      <section aria-labelledby="own">
        <h2 id="own">{`本单位${year}年的提交`}</h2>
        <SubmissionList caption={`${year}年,新的在前`} empty={`${year}年还没有提交。`} load={load} />
      </section>
    </>
  )
}
