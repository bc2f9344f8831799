import { publish } from '../functions/publish-report/publish.ts'
import type { Ports } from '../shared/ports/ports.ts'
import { received } from '../shared/submission/version.ts'

export { createHandlers } from './handlers.ts'

/** Makes the pages of what stands in public anew, as they were made when it was approved: templates may have changed since. */
export const renderAgain = async (ports: Ports): Promise<void> => {
  for (const { submissionId } of await ports.publications.list()) {
    const submission = await ports.submissions.load(submissionId)
    if (submission?.status === 'published') await publish(ports, received(submission))
  }
}
