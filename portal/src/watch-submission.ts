import type { SubmissionDetail } from '../../shared/http-api/submissions.ts'
import type { Status } from '../../shared/submission/lifecycle.ts'
import type { Api } from './api.ts'
import { asFailure, type Failure } from './failure.ts'

const MOVING: readonly Status[] = ['requested', 'uploaded', 'parsed', 'approved']

/** Milliseconds until it is worth asking again: soon while a step is under way, seldom while a person decides, never at an end. */
export const askAgainAfter = (status: Status, asked: number): number | null => {
  if (MOVING.includes(status)) return asked < 30 ? 1_000 : 5_000
  return status === 'passed' ? 15_000 : null
}

const AFTER_FAILURE = 5_000

export type Watch = { readonly askNow: () => void; readonly stop: () => void }

/** Asks for a submission again and again until it is at an end, and tells what it finds. */
export const watchSubmission = (
  api: Pick<Api, 'showSubmission'>,
  id: string,
  tell: { readonly found: (detail: SubmissionDetail) => void; readonly failed: (failure: Failure) => void },
): Watch => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0
  let asked = 0
  const askNow = () => {
    clearTimeout(timer)
    turn += 1
    void ask(turn)
  }
  const ask = async (mine: number): Promise<void> => {
    const answer = await api.showSubmission({ params: { id } }).catch(asFailure)
    if (mine !== turn) return // stopped, or asked anew meanwhile
    asked += 1
    if (answer instanceof Error) tell.failed(answer)
    else tell.found(answer)
    const wait = answer instanceof Error ? (answer.kind === 'again' ? AFTER_FAILURE : null) : askAgainAfter(answer.status, asked)
    if (wait !== null) timer = setTimeout(askNow, wait)
  }
  askNow()
  return {
    askNow,
    stop: () => {
      clearTimeout(timer)
      turn += 1
    },
  }
}
