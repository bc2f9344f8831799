import { createHandler as browseAgencies } from '../functions/browse-agencies/handler.ts'
import { createHandler as browseSubmissions } from '../functions/browse-submissions/handler.ts'
import { createHandler as explainFinding } from '../functions/explain-finding/handler.ts'
import { createHandler as fetchFile } from '../functions/fetch-file/handler.ts'
import { createHandler as grantWaiver } from '../functions/grant-waiver/handler.ts'
import { createHandler as importAgencies } from '../functions/import-agencies/handler.ts'
import { createHandler as indexSite } from '../functions/index-site/handler.ts'
import { createHandler as keepDeadlines } from '../functions/keep-deadlines/handler.ts'
import { createHandler as notifyAgency } from '../functions/notify-agency/handler.ts'
import { createHandler as parseReport } from '../functions/parse-report/handler.ts'
import { createHandler as publishReport } from '../functions/publish-report/handler.ts'
import { createHandler as rebuildSite } from '../functions/rebuild-site/handler.ts'
import { createHandler as recallSubmission } from '../functions/recall-submission/handler.ts'
import { createHandler as recordBounces } from '../functions/record-bounces/handler.ts'
import { createHandler as recordFaults } from '../functions/record-faults/handler.ts'
import { createHandler as requestUpload } from '../functions/request-upload/handler.ts'
import { createHandler as reviewSubmission } from '../functions/review-submission/handler.ts'
import { createHandler as showBoard } from '../functions/show-board/handler.ts'
import { createHandler as sweepSubmissions } from '../functions/sweep-submissions/handler.ts'
import { createHandler as validateReport } from '../functions/validate-report/handler.ts'
import { type FunctionName, functionSpec } from '../shared/pipeline.ts'
import type { Ports } from '../shared/ports/ports.ts'

export type Handlers = Readonly<Record<FunctionName, (event: unknown) => Promise<unknown>>>

const CREATORS = {
  'request-upload': requestUpload,
  'parse-report': parseReport,
  'validate-report': validateReport,
  'notify-agency': notifyAgency,
  'review-submission': reviewSubmission,
  'recall-submission': recallSubmission,
  'explain-finding': explainFinding,
  'grant-waiver': grantWaiver,
  'fetch-file': fetchFile,
  'browse-submissions': browseSubmissions,
  'browse-agencies': browseAgencies,
  'show-board': showBoard,
  'import-agencies': importAgencies,
  'keep-deadlines': keepDeadlines,
  'publish-report': publishReport,
  'record-bounces': recordBounces,
  'record-faults': recordFaults,
  'index-site': indexSite,
  'rebuild-site': rebuildSite,
  'sweep-submissions': sweepSubmissions,
} satisfies Record<FunctionName, (ports: Ports) => unknown>

type Invocable = (event: unknown, context: unknown) => Promise<unknown>

export type CreateHandlers = (ports: Ports) => Handlers

/** The functions of the cloud, called in this process. */
export const createHandlers: CreateHandlers = (ports) => {
  const entries = Object.entries(CREATORS).map(([name, create]) => {
    const handler = create(ports) as unknown as Invocable
    const { timeoutSeconds } = functionSpec(name as FunctionName)
    const context = () => {
      const end = Date.now() + timeoutSeconds * 1000
      return { functionName: name, getRemainingTimeInMillis: () => end - Date.now() }
    }
    return [name, (event: unknown) => handler(event, context())] as const
  })
  return Object.fromEntries(entries) as Handlers
}
