import { rebuildSite } from '../functions/rebuild-site/rebuild.ts'
import type { Ports } from '../shared/ports/ports.ts'

export { createHandlers } from './handlers.ts'

/** Makes the public site anew: templates may have changed since. */
export const renderAgain = async (ports: Ports): Promise<void> => void (await rebuildSite(ports))
