import { vi } from 'vitest'
import { MOST_PATIENCE } from '../patience.ts'

/** Looks again and again until looking does not fail; what it saw then. */
export const eventually = <Seen>(look: () => Seen | Promise<Seen>): Promise<Seen> =>
  vi.waitFor(look, { timeout: MOST_PATIENCE, interval: 50 })
