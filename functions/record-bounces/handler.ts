import type { Ports } from '../../shared/ports/ports.ts'
import { MailEvent } from '../events/mail-event.ts'
import { queueHandler } from '../events/queue-handler.ts'

type Needs = Pick<Ports, 'agencies' | 'clock' | 'log'>

/** Marks the addresses that a mail came back from, or whose reader complained of it, and calls a person; no mail goes to them any more. */
export const createHandler = ({ agencies, clock, log }: Needs) =>
  queueHandler(MailEvent, log, async ({ kind, lasting, addresses, agency }) => {
    const facts = { agency: agency ?? '', kind, addresses: addresses.length }
    if (!lasting) return log.warn('a mail was held up on its way', facts)
    const at = clock.now().toISOString()
    const marked =
      agency !== undefined &&
      (await agencies.markMail(
        agency,
        addresses.map((address) => ({ address, kind, at })),
      ))
    if (marked) log.error('ALARM mail does not arrive', facts)
    else log.warn('mail did not arrive at an address that is marked, or registered no more', facts)
  })
