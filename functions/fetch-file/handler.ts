import { ROUTES } from '../../shared/http-api/routes.ts'
import type { Ports } from '../../shared/ports/ports.ts'
import { problem } from '../../shared/submission/problem.ts'
import { httpHandler, on } from '../events/http-handler.ts'
import { Refusal } from '../events/problem-details.ts'
import { seenSubmission } from '../stored/seen-submission.ts'

type Needs = Pick<Ports, 'submissions' | 'agencies' | 'downloadSigner' | 'log'>

const SECONDS = 5 * 60

/** Signs the address of the file that was checked, for who may see the submission. */
export const createHandler = (needs: Needs) =>
  httpHandler(
    needs.log,
    on(ROUTES.fetchFile, async ({ caller, params: { id } }) => {
      const { key, file, fileName } = await seenSubmission(needs, caller, id)
      if (file === undefined) throw new Refusal(problem(404, 'no-file', '还没有收到这份报告的文件。'))
      const url = await needs.downloadSigner.sign({ key, version: file.objectVersion, fileName, expiresInSeconds: SECONDS })
      return { status: 200, json: { url, seconds: SECONDS } }
    }),
  )
