import { boardOf } from '../../shared/http-api/board-answer.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { partOf } from '../../shared/submission/permissions.ts'
import { currentReportingYear } from '../../shared/submission/reporting-year.ts'
import { deadlinesOf } from '../../shared/submission/set-deadlines.ts'
import { httpHandler, on } from '../events/http-handler.ts'

type Needs = Pick<Ports, 'agencies' | 'board' | 'deadlines' | 'clock' | 'log'>

/** Shows the office where every agency stands with the report of a year. */
export const createHandler = ({ agencies, board, deadlines, clock, log }: Needs) =>
  httpHandler(
    log,
    on(ROUTES.showBoard, async ({ caller, query: { year = currentReportingYear(clock.now()) } }) => {
      const [entries, registry, set] = await Promise.all([board.ofYear(year), agencies.list(), deadlines.load(year)])
      return { status: 200, json: boardOf(year, deadlinesOf(year, set), entries, partOf(caller, registry)) }
    }),
  )
