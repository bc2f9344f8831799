import { addressOf, type Ports } from './addresses.ts'
import { clerkOf, DEMO_AGENCY, REVIEWER } from './demo.ts'

/** Opens the portal and has a person sign in: by a name, never by a token. */
const asPerson = (ports: Ports, sub: string): string => `${addressOf(ports.portal)}/?person=${sub}`

/** What a run says when it is up: a line for each address, then `ready`. */
export const addressLines = (ports: Ports): string[] => [
  `portal ${addressOf(ports.portal)}/`,
  `site ${addressOf(ports.site)}/`,
  `mail ${addressOf(ports.mail)}/`,
  `sign-in ${addressOf(ports.signIn)}/`,
  `clerk ${asPerson(ports, clerkOf(DEMO_AGENCY.id).sub)}`,
  `reviewer ${asPerson(ports, REVIEWER.sub)}`,
  'ready',
]
