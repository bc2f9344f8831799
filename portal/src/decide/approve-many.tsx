import pMap from 'p-map'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { SubmissionSummary } from '../../../shared/http-api/submissions.ts'
import type { Api } from '../api.ts'
import { asFailure } from '../failure.ts'
import { DECISION_WORDS } from './decisions.ts'

/** So many requests are on their way at once. */
const AT_ONCE = { concurrency: 4 }

type Result = { readonly submission: SubmissionSummary; readonly failed: string | null }

/** How many warnings of each nobody has explained; null where that could not be asked. Only reports with warnings are asked for. */
const openWarnings = (
  api: Api,
  submissions: readonly SubmissionSummary[],
): Promise<{ submission: SubmissionSummary; open: number | null }[]> =>
  pMap(
    submissions.filter(({ counts }) => (counts?.warning ?? 0) > 0),
    async (submission) => ({
      submission,
      open: await api.showSubmission({ params: { id: submission.id } }).then(
        ({ unexplained }) => unexplained,
        () => null,
      ),
    }),
    AT_ONCE,
  )

/** Each by its own request; what became of each is told as it comes. */
export const approveAll = (
  api: Pick<Api, 'reviewSubmission'>,
  submissions: readonly SubmissionSummary[],
  tell: (result: Result) => void,
): Promise<unknown> =>
  pMap(
    submissions,
    async (submission) => {
      const failed = await api.reviewSubmission({ params: { id: submission.id }, body: { decision: 'approve' } }).then(
        () => null,
        (error: unknown) => asFailure(error).message,
      )
      tell({ submission, failed })
    },
    AT_ONCE,
  )

const nameOf = ({ agencyName, year }: SubmissionSummary): string => `${agencyName}${year}年`

const Warned = ({ warned }: { warned: Awaited<ReturnType<typeof openWarnings>> | null }) => {
  if (warned === null) return <p class="quiet">正在查看其中没有说明的意见……</p>
  const open = warned.filter((each) => each.open !== 0)
  if (open.length === 0) return <p>其中没有尚未说明的“请核对”。</p>
  return (
    <>
      <p>
        <strong>{`其中${open.length}份有单位尚未说明的“请核对”:`}</strong>
      </p>
      <ul>
        {open.map(({ submission, open: count }) => (
          <li key={submission.id}>{`${nameOf(submission)}:${count === null ? '没有查到有几处' : `${count}处`}`}</li>
        ))}
      </ul>
    </>
  )
}

type Props = { readonly api: Api; readonly submissions: readonly SubmissionSummary[]; readonly onClose: () => void }

/** Asks once, says what of them is open, approves them, and says what became of each. */
export const ApproveMany = ({ api, submissions, onClose }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null)
  const [warned, setWarned] = useState<Awaited<ReturnType<typeof openWarnings>> | null>(null)
  const [results, setResults] = useState<readonly Result[] | null>(null)
  useEffect(() => {
    dialog.current?.showModal()
    void openWarnings(api, submissions).then(setWarned)
  }, [])
  const approve = (): void => {
    setResults([])
    void approveAll(api, submissions, (result) => setResults((before) => [...(before ?? []), result]))
  }
  const done = results?.length === submissions.length
  return (
    <dialog
      ref={dialog}
      aria-labelledby="approve-many"
      onClose={onClose}
      onCancel={(event) => results !== null && !done && event.preventDefault()}
    >
      <h2 id="approve-many">{`${DECISION_WORDS.approve}${submissions.length}份报告`}</h2>
      {results === null ? (
        <>
          <p>同意后立即公开,并邮件告知各单位,不能撤销;公开后只能逐份撤下。</p>
          <Warned warned={warned} />
          <p class="buttons">
            <button type="button" disabled={warned === null} onClick={approve}>
              {`确定同意这${submissions.length}份`}
            </button>
            <button type="button" class="plain-button" onClick={() => dialog.current?.close()}>
              取消
            </button>
          </p>
        </>
      ) : (
        <>
          <output>{`已办${results.length}份,共${submissions.length}份${done ? `,成功${results.filter(({ failed }) => failed === null).length}份` : ''}。`}</output>
          <ul>
            {results.map(({ submission, failed }) => (
              <li key={submission.id}>
                {nameOf(submission)}:{failed === null ? '已同意' : <strong>{`没有完成:${failed}`}</strong>}
              </li>
            ))}
          </ul>
          <p class="buttons">
            <button type="button" disabled={!done} onClick={() => dialog.current?.close()}>
              关闭
            </button>
          </p>
        </>
      )}
    </dialog>
  )
}
