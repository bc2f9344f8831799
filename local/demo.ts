import type { AgencyStore } from '../shared/ports/store.ts'
import type { Agency } from '../shared/submission/submission.ts'
import type { Person } from './identity.ts'

/** The agency that the demo clerk files for, where no other is asked for. */
export const DEMO_AGENCY: Agency = {
  id: 'demo',
  name: '示例市示例局',
  aliases: ['示例局'],
  mail: ['clerk@demo.example', 'office@demo.example'],
}

/** The demo clerk, filing for an agency. */
export const clerkOf = (agency: string): Person => ({ sub: 'demo-clerk', role: 'clerk', agency })

/** Another person: nobody approves what they submitted. */
export const REVIEWER: Person = { sub: 'demo-reviewer', role: 'reviewer' }

const sameName = (name: string, agency: Agency): boolean => [agency.name, ...agency.aliases].includes(name)

/** An id for addresses, of letters that every system takes. */
const idOf = async (name: string): Promise<string> => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(name))
  return `agency-${Array.from(new Uint8Array(digest).subarray(0, 5), (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

export const seedDemo = async (agencies: AgencyStore): Promise<void> => {
  if ((await agencies.load(DEMO_AGENCY.id)) === undefined) await agencies.save(DEMO_AGENCY)
}

/** The agency of a name, entered in the table where it is not there yet. */
export const agencyNamed = async (agencies: AgencyStore, name: string): Promise<Agency> => {
  const known = (await agencies.list()).find((agency) => sameName(name, agency))
  if (known !== undefined) return known
  const id = await idOf(name)
  const agency = { id, name, aliases: [], mail: [`clerk@${id}.example`] }
  await agencies.save(agency)
  return agency
}
