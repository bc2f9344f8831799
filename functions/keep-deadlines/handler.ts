import { lawfulDeadlines } from '../../shared/form/deadline.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { problem } from '../../shared/submission/problem.ts'
import { currentReportingYear } from '../../shared/submission/reporting-year.ts'
import { refuseDeadlines } from '../../shared/submission/set-deadlines.ts'
import { httpHandler, on } from '../events/http-handler.ts'
import { Refusal } from '../events/problem-details.ts'

type Needs = Pick<Ports, 'deadlines' | 'clock' | 'log'>

/** Tells until when the reports of a year may come in, and takes from the disclosure office another last day. */
export const createHandler = ({ deadlines, clock, log }: Needs) =>
  httpHandler(
    log,
    on(ROUTES.showDeadlines, async ({ query: { year = currentReportingYear(clock.now()) } }) => ({
      status: 200,
      json: (await deadlines.load(year)) ?? { year, ...lawfulDeadlines(year) },
    })),
    on(ROUTES.setDeadlines, async ({ caller, body: { year, governments, departments } }) => {
      const now = clock.now()
      const refused = refuseDeadlines(caller, year, { governments, departments }, now)
      if (refused !== undefined) throw new Refusal(refused)
      const before = await deadlines.load(year)
      if (before?.governments === governments && before.departments === departments) return { status: 200, json: before }
      const set = { year, governments, departments, setBy: caller.person, setAt: now.toISOString() }
      if (!(await deadlines.put(set, before))) throw new Refusal(problem(409, 'deadline-changed', '别人刚刚修改了期限,请刷新后再改。'))
      return { status: 200, json: set }
    }),
  )
