import { addressOf, type Ports } from './addresses.ts'
import { clerkOf, DEMO_AGENCY, REVIEWER } from './demo.ts'
import type { Identity } from './identity.ts'

/** What a run says when it is up: a line for each address, then `ready`. */
export const addressLines = async (ports: Ports, identity: Identity): Promise<string[]> => [
  `portal ${addressOf(ports.portal)}/`,
  `site ${addressOf(ports.site)}/`,
  `mail ${addressOf(ports.mail)}/`,
  `clerk ${addressOf(ports.portal)}/#token=${await identity.issueToken(clerkOf(DEMO_AGENCY.id))}`,
  `reviewer ${addressOf(ports.portal)}/#token=${await identity.issueToken(REVIEWER)}`,
  'ready',
]
