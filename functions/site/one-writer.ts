import type { Ports } from '../../shared/ports/ports.ts'

type Needs = Pick<Ports, 'siteStore' | 'clock' | 'log'>

/**
 * Does work on the lists of the site where nobody else is at it, for `minutes` at most; resolves with false where somebody is. `afresh` where a run before broke
 * off, so that what it noted of the files it wrote is not to be trusted.
 */
export const asOneWriter = async (
  { siteStore, clock, log }: Needs,
  minutes: number,
  work: (manner: { readonly afresh: boolean }) => Promise<void>,
): Promise<boolean> => {
  const run = crypto.randomUUID()
  const now = clock.now()
  const begun = await siteStore.begin(run, now.toISOString(), new Date(now.getTime() + minutes * 60_000).toISOString())
  if (begun === undefined) return false
  if (begun === 'broken') log.warn('the lists are written afresh, as a run before broke off')
  try {
    await work({ afresh: begun === 'broken' })
  } catch (error) {
    await siteStore.end(run, 'broken')
    throw error
  }
  await siteStore.end(run, 'done')
  return true
}
