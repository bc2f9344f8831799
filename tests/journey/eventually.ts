import { vi } from 'vitest'

/** Looks again and again until looking does not fail; what it saw then. */
export const eventually = <Seen>(look: () => Seen | Promise<Seen>): Promise<Seen> => vi.waitFor(look, { timeout: 30_000, interval: 50 })
