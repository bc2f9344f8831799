import type { Ports } from '../../shared/ports/ports.ts'
import { Announcement } from '../events/queue-event.ts'
import { queueHandler } from '../events/queue-handler.ts'
import { type PublishNeeds, publish, supersede } from './publish.ts'
import { withdraw } from './withdraw.ts'

type Needs = PublishNeeds & Pick<Ports, 'announcer' | 'log'>

/** Puts an approved version into public, or takes a withdrawn one out; the pages that list reports follow. */
export const createHandler = (needs: Needs) =>
  queueHandler(Announcement, needs.log, async ({ submission: id }) => {
    const { submissions, announcer, log } = needs
    const submission = await submissions.load(id)
    if (submission?.status === 'withdrawn') return withdraw(needs, submission)
    if (submission?.status === 'approved') await publish(needs, submission)
    else if (submission?.status !== 'published') return log.info('nothing to publish', { submission: id })
    await supersede(needs, submission)
    await announcer.announce(id, 'notify-agency')
  })
