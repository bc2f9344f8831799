import { SITE_LIMITS } from '../../shared/pipeline.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import type { Mark } from '../../shared/ports/site-stores.ts'
import { batchHandler } from '../events/batch-handler.ts'
import { asOneWriter } from '../site/one-writer.ts'
import { homeIsOutdated } from '../site/write-home.ts'
import type { ListNeeds } from '../site/write-parts.ts'
import { writeMarked } from './write-marked.ts'

type Needs = ListNeeds & Pick<Ports, 'clock' | 'log'>

const keyOf = ({ agencyId, year, due, submissionId }: Mark): string => [agencyId, year, due, submissionId].join()

/** Brings the lists up to every mark there is, and the home page up to this build. */
export const createHandler = (needs: Needs) =>
  batchHandler(async () => {
    const { publications, clock, log } = needs
    await publications.moveEarlier(clock.now().toISOString())
    const handled = new Set<string>()
    /** The index of marks may still show some that were settled. */
    const unseen = async () =>
      (await publications.marked(clock.now().toISOString(), SITE_LIMITS.marksAtOnce)).filter((mark) => !handled.has(keyOf(mark)))

    let marks = await unseen()
    while (marks.length > 0 || (await homeIsOutdated(needs))) {
      const ours = await asOneWriter(needs, SITE_LIMITS.indexMinutes, async (manner) => {
        do {
          await writeMarked(needs, marks, manner)
          log.info('lists written', { marks: marks.length })
          for (const mark of marks) handled.add(keyOf(mark))
          marks = await unseen()
        } while (marks.length > 0)
      })
      if (!ours) return log.info('another writes the lists')
      // Who found us at work had made its mark before: it is seen now.
      marks = await unseen()
    }
  })
