import type { Ports } from '../../shared/ports/ports.ts'
import { type Caller, isNamedBy } from '../../shared/submission/permissions.ts'

/** More levels than there are of government; a registry that goes round in a circle ends here, too. */
const LEVELS = 8

/** Whether an agency, or one above it, is of the caller's part of the registry. Reads nothing for those who look after the whole. */
export const isInReach = async (agencies: Pick<Ports['agencies'], 'load'>, caller: Caller, agencyId: string): Promise<boolean> => {
  let id: string | undefined = agencyId
  for (let level = 0; level < LEVELS && id !== undefined; level++) {
    if (isNamedBy(caller, id)) return true
    id = (await agencies.load(id))?.parent
  }
  return false
}
