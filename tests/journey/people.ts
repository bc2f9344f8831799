import type { Person } from '../../local/identity.ts'
import type { Problem } from '../../shared/submission/http-api.ts'
import type { Agency } from '../../shared/submission/submission.ts'
import type { LocalRun } from './start-local-run.ts'

type Answer<Json> = { readonly status: number; readonly json: Json; readonly problem: Problem }

/** Asks the HTTP API with one person's token; `json` is the answer, `problem` the same where it refuses. */
export type Ask = <Json = unknown>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer<Json>>

export const askWith =
  (run: LocalRun, token: string | undefined): Ask =>
  async (method, path, body) => {
    const response = await fetch(`${run.portal}/api${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const json = await response.json()
    return { status: response.status, json, problem: json }
  }

export const askAs = async (run: LocalRun, person: Person): Promise<Ask> => askWith(run, await run.identity.issueToken(person))

/** A unit of its own for a test, with its clerk: what others hand in meanwhile does not show there. */
export const openUnit = async (run: LocalRun, id: string, name: string): Promise<{ agency: Agency; clerk: Ask }> => {
  const agency = { id, name, aliases: [], mail: [`bgs@${id}.example`, `xxgk@${id}.example`] }
  await run.core.agencies.save(agency)
  return { agency, clerk: await askAs(run, { sub: `clerk-of-${id}`, role: 'clerk', agency: id }) }
}

export const openReviewer = (run: LocalRun): Promise<Ask> => askAs(run, { sub: 'reviewer', role: 'reviewer' })
