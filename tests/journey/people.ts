import type { Person } from '../../local/identity.ts'
import { createReplies, type Replies } from '../../shared/http-api/client.ts'
import type { Agency } from '../../shared/submission/submission.ts'
import type { LocalRun } from './start-local-run.ts'

/** The HTTP API with one person's token. */
export type Ask = Replies

export const askWith = (run: LocalRun, token: string | undefined): Ask => createReplies({ apiUrl: `${run.portal}/api`, token, fetch })

export const askAs = async (run: LocalRun, person: Person): Promise<Ask> => askWith(run, await run.identity.issueToken(person))

/** What was answered; a refusal fails the test. */
export const answered = <Reply extends { readonly json?: unknown }>(reply: Reply): NonNullable<Reply['json']> => {
  if (reply.json == null) throw new Error(`refused: ${JSON.stringify(reply)}`)
  return reply.json
}

/** A unit of its own for a test, with its clerk: what others hand in meanwhile does not show there. */
export const openUnit = async (run: LocalRun, id: string, name: string): Promise<{ agency: Agency; clerk: Ask }> => {
  const agency = { id, name, aliases: [], mail: [`bgs@${id}.example`, `xxgk@${id}.example`] }
  await run.core.agencies.save(agency)
  return { agency, clerk: await askAs(run, { sub: `clerk-of-${id}`, role: 'clerk', agency: id }) }
}

export const openReviewer = (run: LocalRun): Promise<Ask> => askAs(run, { sub: 'reviewer', role: 'reviewer' })
