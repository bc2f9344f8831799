import { RULES } from '../../shared/assessment/catalogue.ts'
import type { Waiver } from '../../shared/assessment/waiver.ts'
import { shanghaiDate } from '../../shared/feedback/shanghai-time.ts'
import { listedWaivers } from '../../shared/http-api/listed-waivers.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { problem, unknownAgency } from '../../shared/submission/problem.ts'
import { refuseWaiver } from '../../shared/submission/waiver-refusal.ts'
import { httpHandler, on } from '../events/http-handler.ts'
import { Refusal } from '../events/problem-details.ts'
import { isInReach } from '../stored/reach.ts'

type Needs = Pick<Ports, 'agencies' | 'waivers' | 'clock' | 'log'>

/** Takes from the disclosure office which error an agency may let stand, why, and until when, and takes it back; the next upload profits, or suffers. */
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
    on(ROUTES.listWaivers, async ({ caller, params: { id } }) => {
      if (!(await isInReach(agencies, caller, id)) || (await agencies.load(id)) === undefined) throw new Refusal(unknownAgency())
      return { status: 200, json: { waivers: listedWaivers(await waivers.ofAgency(id), shanghaiDate(clock.now().toISOString())) } }
    }),
    on(ROUTES.takeBackWaiver, async ({ caller, params: { id }, body: { rule, place } }) => {
      const find = async () => (await waivers.ofAgency(id)).find((each) => each.rule === rule && each.place === place)
      const granted = (await isInReach(agencies, caller, id)) ? await find() : undefined
      if (granted === undefined) throw new Refusal(problem(404, 'unknown-waiver', '没有这项豁免。'))
      if (granted.takenBack !== undefined) return { status: 200, json: granted }
      await waivers.takeBack(granted, { by: caller.person, at: clock.now().toISOString() })
      return { status: 200, json: (await find()) ?? granted } // As it stands: another person may have been first.
    }),
  )
