import { ENVIRONMENT } from '../../shared/pipeline.ts'
import { agencyStore } from './agency-store.ts'
import { boardStore } from './board-store.ts'
import { claimStore } from './claim-store.ts'
import { deadlineStore } from './deadline-store.ts'
import { explanationStore } from './explanation-store.ts'
import { likenessStore } from './likeness-store.ts'
import { mailLog } from './mail-log.ts'
import { owedList } from './owed-list.ts'
import { once, type Surroundings } from './ports-of.ts'
import { publicationStore } from './publication-store.ts'
import { siteStore } from './site-store.ts'
import { submissionLists } from './submission-lists.ts'
import { submissionStore } from './submission-store.ts'
import { openTable } from './table.ts'
import { waiverStore } from './waiver-store.ts'

/** All that lies in the one table. */
export const tablePorts = ({ settings, variable }: Surroundings) => {
  const table = once(() => openTable(variable(ENVIRONMENT.table), settings))
  return {
    submissions: () => submissionStore(table()),
    lists: () => submissionLists(table()),
    claims: () => claimStore(table()),
    agencies: () => agencyStore(table()),
    publications: () => publicationStore(table()),
    siteStore: () => siteStore(table()),
    likeness: () => likenessStore(table()),
    mailLog: () => mailLog(table()),
    owed: () => owedList(table()),
    explanations: () => explanationStore(table()),
    waivers: () => waiverStore(table()),
    board: () => boardStore(table()),
    deadlines: () => deadlineStore(table()),
  }
}
