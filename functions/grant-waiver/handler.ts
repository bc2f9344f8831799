import { RULES } from '../../shared/assessment/catalogue.ts'
import type { Waiver } from '../../shared/assessment/waiver.ts'
import { shanghaiDate } from '../../shared/feedback/shanghai-time.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { refuseWaiver } from '../../shared/submission/waiver-refusal.ts'
import { httpHandler, on } from '../events/http-handler.ts'
import { Refusal } from '../events/problem-details.ts'
import { isInReach } from '../stored/reach.ts'

type Needs = Pick<Ports, 'agencies' | 'waivers' | 'clock' | 'log'>

/** Takes from the disclosure office which error an agency may let stand, why, and until when; the next upload profits. */
export const createHandler = ({ agencies, waivers, clock, log }: Needs) =>
  httpHandler(
    log,
    on(ROUTES.grantWaiver, async ({ caller, params: { id: agencyId }, body }) => {
      const now = clock.now().toISOString()
      const agency = (await isInReach(agencies, caller, agencyId)) ? await agencies.load(agencyId) : undefined
      const known = { agency, rules: RULES, today: shanghaiDate(now) }
      const refused = refuseWaiver(caller, body, known)
      if (refused !== undefined) throw new Refusal(refused)

      const waiver: Waiver = { agencyId, ...body, grantedBy: caller.person, grantedAt: now }
      await waivers.put(waiver)
      return { status: 201, json: waiver }
    }),
  )
