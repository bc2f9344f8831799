import { ROUTES } from '../../shared/http-api/routes.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { type AgencyListFault, readAgencyList } from '../../shared/submission/agency-list.ts'
import { mayKeepRegistry } from '../../shared/submission/permissions.ts'
import { problem } from '../../shared/submission/problem.ts'
import { notForPart } from '../../shared/submission/refused-role.ts'
import type { Agency } from '../../shared/submission/submission.ts'
import { httpHandler, on } from '../events/http-handler.ts'
import { Refusal } from '../events/problem-details.ts'

type Needs = Pick<Ports, 'agencies' | 'log'>

const FAULTS_TOLD = 20
/** So many writes at a time. */
const AT_ONCE = 25

const faultWords = (faults: readonly AgencyListFault[]): string => {
  const told = faults.slice(0, FAULTS_TOLD).map(({ row, words }) => `第${row}行:${words}`)
  return `名单有${faults.length}处错误,没有导入。${told.join(';')}${faults.length > FAULTS_TOLD ? ';等等' : ''}。`
}

/** Takes a list of agencies into the registry: all of it, or, where anything is wrong with it, nothing. */
export const createHandler = ({ agencies, log }: Needs) =>
  httpHandler(
    log,
    on(ROUTES.importAgencies, async ({ caller, body }) => {
      if (!mayKeepRegistry(caller)) throw new Refusal(notForPart())
      const list = readAgencyList(body.rows, await agencies.list())
      if (list.faults.length > 0) throw new Refusal(problem(400, 'faulty-list', faultWords(list.faults)))
      for (let first = 0; first < list.agencies.length; first += AT_ONCE)
        await Promise.all(list.agencies.slice(first, first + AT_ONCE).map((agency: Agency) => agencies.save(agency)))
      log.info('agencies imported', { by: caller.person, count: list.agencies.length })
      return { status: 200, json: { imported: list.agencies.length } }
    }),
  )
