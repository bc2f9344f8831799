import { SWEEP_LIMITS } from '../../shared/pipeline.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { mailsOwed } from '../../shared/submission/owed.ts'

/** ISO instants sort as text; this one stands after all of them. */
export const EVER = '9'

/** Lets sweep try at its next turn what was given up, and mails that are owed; resolves with how many submissions that are. */
export const bringForward = async ({ submissions, owed }: Pick<Ports, 'submissions' | 'owed'>, now: Date): Promise<number> => {
  const at = now.toISOString()
  let brought = 0
  for (const id of await owed.due(EVER, SWEEP_LIMITS.atMost)) {
    const submission = await submissions.load(id)
    if (submission === undefined) continue
    const { systemFault } = submission
    if (systemFault === undefined && mailsOwed(submission).length === 0) continue
    const marked = systemFault === undefined || (await owed.markFault(submission, { ...systemFault, retryAt: at }))
    if (marked && (await owed.putOff(submission, at, false))) brought += 1
  }
  return brought
}
