import type { Ports } from '../../shared/ports/ports.ts'
import { SubmissionMessage } from '../events/queue-event.ts'
import { queueHandler } from '../events/queue-handler.ts'
import { sendOwed } from './send-owed.ts'

type Needs = Parameters<typeof sendOwed>[0] & Pick<Ports, 'log'>

/** Longer than a delivery may run: a claim that is older belongs to one that died. */
const STALE_MILLISECONDS = 90_000

/** Mails the agency what became of its submission: every mail that it is owed and has not had, one a status. */
export const createHandler = (needs: Needs) =>
  queueHandler(SubmissionMessage, needs.log, async ({ submission: id }, remaining) => {
    const { mailLog, clock, log } = needs
    const now = clock.now()
    const staleBefore = new Date(now.getTime() - STALE_MILLISECONDS).toISOString()
    const claimed = await mailLog.claim(id, now.toISOString(), staleBefore)
    if (claimed === undefined) return log.info('nothing to mail, or another delivery mails it', { submission: id })
    await sendOwed(needs, claimed, remaining)
  })
