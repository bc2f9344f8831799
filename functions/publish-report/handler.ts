import type { Ports } from '../../shared/ports/ports.ts'
import { received } from '../../shared/submission/version.ts'
import { announceNext } from '../events/announce-next.ts'
import { SubmissionMessage } from '../events/queue-event.ts'
import { queueHandler } from '../events/queue-handler.ts'
import { ofYear, type PublishNeeds, publish, supersede } from './publish.ts'
import { withdraw } from './withdraw.ts'

type Needs = PublishNeeds & Pick<Ports, 'log'>

/** Puts an approved version into public, or takes a withdrawn one out; the pages that list reports follow by index-site. */
export const createHandler = (needs: Needs) =>
  queueHandler(SubmissionMessage, needs.log, async ({ submission: id }) => {
    const { submissions, queue, log } = needs
    const submission = await submissions.load(id)
    if (submission?.status === 'withdrawn') return withdraw(needs, received(submission))
    if (submission?.status !== 'approved' && submission?.status !== 'published') return log.info('nothing to publish', { submission: id })
    const { published, ...known } =
      submission.status === 'approved'
        ? await publish(needs, received(submission))
        : { published: submission, ...(await ofYear(needs, received(submission))) }
    if (published?.status !== 'published') return log.info('nothing to publish', { submission: id })
    await announceNext(queue, 'publish-report', published)
    await supersede(needs, received(published), known)
  })
