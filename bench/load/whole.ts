import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pMap from 'p-map'
import type { Replies } from '../../shared/http-api/client.ts'
import { type Accepted, answered, type People, YEAR } from './clerks.ts'
import type { Run } from './run.ts'

type SentMail = { readonly at: number; readonly published: boolean }

/** The mails that were sent about each submission: they name it. Mails that were read once are not read again. */
export const mailReader = ({ folder }: Run) => {
  const seen = new Set<string>()
  const mails = new Map<string, SentMail[]>()
  return async (): Promise<ReadonlyMap<string, readonly SentMail[]>> => {
    const names = (await readdir(join(folder, 'mail'))).filter((name) => name.endsWith('.json') && !seen.has(name))
    for (const name of names) {
      const { at, subject, text } = JSON.parse(await readFile(join(folder, 'mail', name), 'utf8')) as Record<
        'at' | 'subject' | 'text',
        string
      >
      const [, id = ''] = /提交编号:(\S+)/.exec(text) ?? []
      mails.set(id, [...(mails.get(id) ?? []), { at: Date.parse(at), published: subject.includes('已发布') }])
      seen.add(name)
    }
    return mails
  }
}

type End = 'passed' | 'failed' | 'published'

const idsIn = async (reviewer: Replies, status: End): Promise<ReadonlySet<string>> =>
  new Set(answered(await reviewer.listSubmissions({ query: { status } })).submissions.map(({ id }) => id))

const unless = (holds: boolean, fault: string): string[] => (holds ? [] : [fault])

/** By the API, as the clerk of the unit sees it. */
const seenByClerk = async (people: People, { unit, id }: Accepted) => {
  const clerk = await people.clerk(unit)
  const [shown, ofUnit] = await Promise.all([clerk.showSubmission({ params: { id } }), clerk.listSubmissions({ query: { year: YEAR } })])
  return { status: answered(shown).status, isListed: answered(ofUnit).submissions.some((each) => each.id === id) }
}

/**
 * What is amiss with files that were accepted: each must stand in its last status, in the list by status and that of its agency and year, and its
 * mails must be sent; where it was approved, its page must stand.
 */
export const faultsOf = async (
  run: Run,
  people: People,
  accepted: readonly Accepted[],
  approved: ReadonlySet<string>,
): Promise<string[]> => {
  const reviewer = await people.reviewer()
  const [passed, failed, published] = await Promise.all(
    (['passed', 'failed', 'published'] as const).map((status) => idsIn(reviewer, status)),
  )
  const lists = { passed, failed, published }
  const mails = await mailReader(run)()
  const faults = await pMap(
    accepted,
    async (file): Promise<string[]> => {
      const { unit, id } = file
      const last: End = approved.has(id) ? 'published' : 'passed'
      const due = unit.fails ? 'failed' : last
      const { status, isListed } = await seenByClerk(people, file)
      const sent = mails.get(id) ?? []
      const page = due === 'published' ? (await fetch(`${run.addresses.site}/${unit.id}/${YEAR}/v1/`)).status : 200
      return [
        ...unless(status === due, `${id} is ${status}, not ${due}`),
        ...unless(lists[due]?.has(id) === true, `${id} is not in the list of ${due}`),
        ...unless(isListed, `${id} is not in the list of its agency`),
        ...unless(
          sent.some((mail) => !mail.published),
          `${id}: no mail of its verdict`,
        ),
        ...unless(due !== 'published' || sent.some((mail) => mail.published), `${id}: no mail of its page`),
        ...unless(page === 200, `${id}: its page answers ${page}`),
      ]
    },
    { concurrency: 8 },
  )
  return faults.flat()
}
