import { readFile as readBytes } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { userPath } from '../cli/user-path.ts'
import { readTools } from '../functions/node/read-tools.ts'
import { type Client, createClient } from '../shared/http-api/client.ts'
import type { SubmissionDetail } from '../shared/http-api/submissions.ts'
import type { UploadForm } from '../shared/http-api/uploads.ts'
import type { Ports as CorePorts } from '../shared/ports/ports.ts'
import { readFile } from '../shared/readers/read-file.ts'
import { recogniseReport } from '../shared/report/recognise-report.ts'
import { type MailedStatus, wordsOf } from '../shared/submission/lifecycle.ts'
import { currentReportingYear } from '../shared/submission/reporting-year.ts'
import type { Agency } from '../shared/submission/submission.ts'
import { VERDICT_STATUS } from '../shared/submission/verdict-step.ts'
import { addressOf, type Ports } from './addresses.ts'
import { agencyNamed, clerkOf, DEMO_AGENCY, REVIEWER } from './demo.ts'
import type { Identity, Person } from './identity.ts'

export type OnceResult = {
  readonly file: string
  readonly verdict: string | null
  readonly mail: string | null
  readonly page: string | null
  readonly unchanged?: true
}

type Run = { readonly ports: Ports; readonly core: CorePorts; readonly identity: Identity; readonly say: (step: string) => void }

/** A step that did not happen; the message says which. */
class StepFailed extends Error {}

const PATIENCE_MILLISECONDS = 60_000

/** Asks again and again until there is an answer. */
const until = async <Answer>(what: string, ask: () => Promise<Answer | undefined>): Promise<Answer> => {
  for (const end = Date.now() + PATIENCE_MILLISECONDS; Date.now() < end; await wait(50)) {
    const answer = await ask()
    if (answer !== undefined) return answer
  }
  throw new StepFailed(`${what}:等待超时`)
}

/** Speaks with the API as one person. */
const clientFor = async ({ ports, identity }: Run, person: Person): Promise<Client> =>
  createClient(
    { apiUrl: `${addressOf(ports.portal)}/api`, token: await identity.issueToken(person), fetch },
    ({ status, problem }) => new StepFailed(problem?.detail ?? `${status}`),
  )

/** Whose report it is, by its title; the demo agency and the current reporting year where the title cannot be read. */
const whose = async ({ core }: Run, bytes: Uint8Array): Promise<{ agency: Agency; year: number }> => {
  const reading = await readFile(bytes, readTools)
  const report = 'unreadable' in reading ? undefined : recogniseReport(reading)
  return {
    agency: report?.agency == null ? DEMO_AGENCY : await agencyNamed(core.agencies, report.agency),
    year: report?.year ?? currentReportingYear(core.clock.now()),
  }
}

const upload = async ({ url, fields }: UploadForm, bytes: Uint8Array<ArrayBuffer>, name: string): Promise<void> => {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.append(field, value)
  form.append('file', new Blob([bytes]), name)
  const response = await fetch(url, { method: 'POST', body: form })
  if (response.ok) return
  const code = /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1] ?? response.status
  throw new StepFailed(response.status < 500 ? `上传被拒绝(${code})` : `文件没有存下(${code}),请按屏幕上的提示处理后再提交一次`)
}

const mailAddress = ({ core, ports }: Run, id: string, status: MailedStatus): Promise<string> =>
  until('邮件', async () => {
    const mails = (await core.submissions.load(id))?.mails ?? (await core.mailLog.ofBefore(id))
    const mail = mails.find((each) => each.status === status)
    return mail?.state === 'sent' ? `${addressOf(ports.mail)}/messages/${mail.messageId}` : undefined
  })

/** Whether the lists of the site do not show yet what became of a publication. */
const isOwed = async ({ publications, clock }: CorePorts, agencyId: string, year: number): Promise<boolean> => {
  const marks = await publications.marked(clock.now().toISOString(), 1000)
  return marks.some((mark) => mark.agencyId === agencyId && mark.year === year)
}

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')

const WHY_NOT_READ: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件',
  EISDIR: '这是文件夹,请写出其中的文件',
  EACCES: '没有读取的权限',
}

const bytesOf = async (file: string): Promise<Uint8Array<ArrayBuffer>> => {
  try {
    return new Uint8Array(await readBytes(userPath(file)))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new StepFailed(WHY_NOT_READ[code] ?? `无法读取(${code})`)
  }
}

/** Submits one file as an agency would, and sees it through to its mail and, where it passes, its page. */
const submit = async (run: Run, file: string): Promise<OnceResult> => {
  const { core, say } = run
  const bytes = await bytesOf(file)
  const { agency, year } = await whose(run, bytes)
  const clerk = await clientFor(run, clerkOf(agency.id))
  say(`${basename(file)}:为“${agency.name}”${year}年申请上传`)
  const answer = await clerk.requestUpload({
    body: {
      year,
      fileName: basename(file),
      contentType: 'application/octet-stream',
      bytes: bytes.length,
      sha256: await sha256(bytes),
    },
  })
  const { id, version } = answer.submission
  if (answer.unchanged) say(`与${version === undefined ? '正在报送' : `第${version}次报送`}的文件相同,不再重复报送`)
  else {
    await upload(answer.upload, bytes, basename(file))
    say('已上传')
  }

  const load = (): Promise<SubmissionDetail> => clerk.showSubmission({ params: { id } })
  const checked = await until('核对', async () => {
    const detail = await load()
    return detail.verdict === undefined && wordsOf(detail.status).tone === 'waiting' ? undefined : detail
  })
  const verdict = checked.verdict ?? null
  if (verdict === null) throw new StepFailed(`报送停在“${checked.status}”`)
  if (!answer.unchanged) say(`已收到,第${checked.version}次报送`)
  say(`核对结果:${{ pass: '通过', fail: '未通过', unreadable: '无法读取' }[verdict]}(${checked.findings.length}条意见)`)
  const mail = await mailAddress(run, id, VERDICT_STATUS[verdict])
  say(`反馈邮件已发出 ${mail}`)
  const page = verdict === 'pass' ? await publish(checked, load) : null
  return { file, verdict, mail, page, ...(answer.unchanged && { unchanged: true }) }

  async function publish({ status }: SubmissionDetail, reload: typeof load): Promise<string | null> {
    if (status === 'passed') {
      const reviewer = await clientFor(run, REVIEWER)
      await reviewer.reviewSubmission({ params: { id }, body: { decision: 'approve' } })
      say('审核员已批准')
    }
    if (status === 'returned' || status === 'withdrawn') return null
    const { pageUrl } = await until('公布', async () => {
      const detail = await reload()
      return detail.pageUrl === undefined ? undefined : detail
    })
    say(`已公布 ${pageUrl}`)
    await until('目录', async () => ((await isOwed(core, agency.id, year)) ? undefined : true))
    say('目录已更新')
    if (core.siteUrl !== '') say(`公布邮件已发出 ${await mailAddress(run, id, 'published')}`)
    return pageUrl ?? null
  }
}

/** Submits every file in turn; returns what became of them, and whether every step happened. */
export const submitFiles = async (run: Run, files: readonly string[]): Promise<{ results: OnceResult[]; complete: boolean }> => {
  const results: OnceResult[] = []
  let complete = true
  for (const file of files) {
    try {
      results.push(await submit(run, file))
    } catch (error) {
      complete = false
      run.say(`${file}:${error instanceof Error ? error.message : String(error)}`)
      results.push({ file, verdict: null, mail: null, page: null })
    }
  }
  return { results, complete }
}
