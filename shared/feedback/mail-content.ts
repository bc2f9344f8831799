import type { Assessment } from '../assessment/assessment.ts'
import type { Comparison } from '../assessment/difference.ts'
import { type Explanation, explanationOf, unexplained } from '../assessment/explanation.ts'
import { countBySeverity } from '../assessment/verdict.ts'
import type { Remark } from '../document/reading.ts'
import type { Finding } from '../findings/finding.ts'
import { countWords, FINDING_GROUPS, groupOf, SEVERITY_WORDS } from '../findings/severity-words.ts'
import { stepTo } from '../submission/history.ts'
import { submissionLink } from '../submission/keys.ts'
import { type MailedStatus, wordsOf } from '../submission/lifecycle.ts'
import type { Tone } from '../submission/status-words.ts'
import type { Agency, Received } from '../submission/submission.ts'
import { differenceWords, type News, newsOf } from './difference-words.ts'
import { remarkWords } from './remark-words.ts'
import { sumsAdvice, tellRepairs } from './repair-words.ts'
import { shanghaiMinute } from './shanghai-time.ts'
import { type ToldFinding, tellFinding } from './told-finding.ts'

export type MailInput = {
  readonly submission: Received
  readonly agency: Agency
  readonly findings: readonly Finding[]
  readonly sums?: Pick<Assessment, 'repairs' | 'disagreements'> | undefined
  /** What the reader did with the file that its author should know of. */
  readonly remarks?: readonly Remark[] | undefined
  /** What the agency said of its warnings. */
  readonly explanations?: readonly Explanation[] | undefined
  /** What became of the findings of the version before. */
  readonly comparison?: Comparison | undefined
  /** Full address of the published page; known once it is published. */
  readonly pageUrl?: string | undefined
  /** Address of the portal; the mail leads to the submission there. */
  readonly portalUrl: string
  readonly status: MailedStatus
}

/** A finding with the words for the places that the rule named beside the first; `news` where there was an upload before. */
export type MailedFinding = ToldFinding & {
  readonly alsoLookAt: string | null
  readonly news: News | null
  readonly explanation?: Explanation | null
}

/** What a mail says, before it becomes HTML and plain text: the two cannot tell different things. */
export type MailContent = {
  readonly subject: string
  readonly headline: string
  readonly tone: Tone
  readonly greeting: string
  readonly paragraphs: readonly string[]
  readonly quote: { readonly label: string; readonly text: string } | null
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /** Errors first, in the order of the catalogue; no more than a mail can bear. */
  readonly findings: readonly MailedFinding[]
  /** How many there are in all, and those that are not spelled out, counted in words; null where all are. */
  readonly found: number
  readonly others: string | null
  /** How to mend the sums that do not hold. */
  readonly advice: string | null
  /** What was found in the version before and is no more, in short; no more than a mail can bear. */
  readonly mended: readonly string[]
  readonly mendedInAll: number
  readonly links: readonly { readonly label: string; readonly href: string }[]
  readonly closing: string
}

/** A mail spells out so many findings, and so many letters of what one quotes: the portal shows all. */
const MOST_FINDINGS = 50
const MOST_LETTERS = 300

const PLACES_NAMED = 4

const brief = (text: string): string => {
  const letters = Array.from(text)
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS).join('')}…` : text
}

const othersWords = (others: readonly Finding[]): string | null =>
  others.length === 0 ? null : `另有${others.length}条意见没有逐条列出(${countWords(countBySeverity(others))}),请在填报系统中查看。`

const alsoLookAt = ({ places }: Finding): string | null => {
  const others = places.slice(1).map(({ part }) => part)
  if (others.length === 0) return null
  const more = others.length > PLACES_NAMED ? `;等另外${others.length}处` : ''
  return `${others.slice(0, PLACES_NAMED).join(';')}${more}`
}

const inOrder = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => FINDING_GROUPS.indexOf(groupOf(a)) - FINDING_GROUPS.indexOf(groupOf(b)))

const headline = ({ status, submission, findings }: MailInput): string => {
  const counts = countWords(countBySeverity(findings))
  switch (status) {
    case 'failed':
      return `未通过:${counts}`
    case 'passed':
      return `核查通过,等待审核:${counts === '' ? '没有发现问题' : counts}`
    case 'unreadable':
      return findings[0] === undefined ? '无法读取:请处理后重新提交' : brief(tellFinding(findings[0]).message)
    case 'returned':
      return '审核退回:请按审核意见修改后重新提交'
    case 'published':
      return `已发布:第${submission.version}版已在网站公开`
    case 'recalled':
      return `已收回:第${submission.version}版不再审核`
    case 'withdrawn':
      return `已撤下:第${submission.version}版不再公开`
  }
}

const NEXT_STEP: Record<MailedStatus, string> = {
  failed: '请按下列各条改正原文件,然后在填报系统中重新提交。',
  passed: '报告已送政府信息公开工作主管部门审核,审核结果另行邮件告知。',
  unreadable: '报告内容没有被读取,因此没有核查结果。请按下面的说明处理后重新提交。',
  returned: '请修改原文件,然后在填报系统中重新提交。',
  published: '下面的地址长期有效,可以转发和引用。以后即使公开新的版本,这一版仍保留在原地址。',
  recalled: '填报人员已在填报系统中收回这一版。需要报送的,请修改后在填报系统中重新提交。',
  withdrawn: '这一版在网站上的页面已换成撤下说明,其中写明原因。需要重新公开的,请修改后在填报系统中提交新的版本。',
}

/** A warning that nobody has explained is work left, though the report has passed. */
const nextStep = (input: MailInput): string => {
  const { status } = input
  if (status !== 'passed') return NEXT_STEP[status]
  const open = unexplained(input.findings, input.explanations ?? []).length
  const replaces = input.submission.version > 1 ? '此前的版本如还在等待审核,由本版代替。' : ''
  if (open === 0) return `现在不需要任何操作。${NEXT_STEP.passed}${replaces}`
  const left = `还有${open}处“${SEVERITY_WORDS.warning.demand}”没有说明:有误的,请改正后重新提交;无误的,请在填报系统中逐条说明原因,审核人员会看到。`
  return `${left}${NEXT_STEP.passed}${replaces}`
}

/** When the status was reached: a mail that was held up may go out after the submission has left it. */
const reachedAt = ({ submission, status }: MailInput): string => stepTo(submission, status)?.at ?? submission.since

const facts = (input: MailInput): MailContent['facts'] => [
  ...(input.submission.title == null ? [] : [{ label: '报告', value: input.submission.title }]),
  { label: '年度与版本', value: `${input.submission.year}年,第${input.submission.version}版` },
  { label: '文件', value: input.submission.fileName },
  ...remarkWords(input.remarks ?? []).map((value) => ({ label: '读取说明', value })),
  { label: '时间', value: `${shanghaiMinute(reachedAt(input))}(北京时间)` },
  { label: '提交编号', value: input.submission.id },
]

/** What the disclosure office wrote of its decision. */
const reasonOf = ({ submission, status }: MailInput): MailContent['quote'] => {
  const told = (label: string, text: string | undefined) => (text === undefined ? null : { label, text })
  if (status === 'returned') return told('审核意见', submission.returnReason)
  return status === 'withdrawn' ? told('撤下原因', stepTo(submission, status)?.note) : null
}

/** The statuses whose mail tells what was found. */
const TELLS_VERDICT: readonly MailedStatus[] = ['failed', 'passed']

/** The statuses in which what was found says what is to be done; a report that is public, or was taken back, asks for nothing any more. */
export const TELLS_FINDINGS: readonly MailedStatus[] = ['failed', 'passed', 'unreadable', 'returned']

/** Decides what the agency is told of its submission in this status. */
export const mailContent = (input: MailInput): MailContent => {
  const { submission, agency, explanations, pageUrl, portalUrl, status } = input
  const findings = TELLS_FINDINGS.includes(status) ? input.findings : []
  const first = headline(input)
  const comparison = TELLS_VERDICT.includes(status) ? input.comparison : undefined
  const sums = status === 'failed' ? input.sums : undefined
  const repairs = sums === undefined ? [] : tellRepairs(sums)
  const ordered = inOrder(findings)
  const mended = comparison?.difference.mended ?? []
  return {
    subject: `【政府信息公开年报】${agency.name}${submission.year}年:${first}`.replace(/\s+/g, ' '),
    headline: first,
    tone: wordsOf(status).tone,
    greeting: `${agency.name}:`,
    paragraphs: [nextStep(input), ...(comparison === undefined ? [] : [`${differenceWords(comparison)}。`])],
    quote: reasonOf(input),
    facts: facts(input),
    findings: ordered.slice(0, MOST_FINDINGS).map((finding) => {
      const told = tellFinding(finding, repairs)
      return {
        ...told,
        message: brief(told.message),
        fix: brief(told.fix),
        alsoLookAt: alsoLookAt(finding),
        news: newsOf(comparison, finding),
        ...(explanations && { explanation: explanationOf(finding, explanations) ?? null }),
      }
    }),
    found: findings.length,
    others: othersWords(ordered.slice(MOST_FINDINGS)),
    advice: sums === undefined ? null : sumsAdvice({ repairs, disagreements: sums.disagreements }),
    mended: mended.slice(0, MOST_FINDINGS).map((finding) => brief(tellFinding(finding).message)),
    mendedInAll: mended.length,
    links: [
      ...(status === 'published' && pageUrl !== undefined ? [{ label: '公开页面', href: pageUrl }] : []),
      { label: '填报系统', href: new URL(submissionLink(submission.id), portalUrl).href },
    ],
    closing: '本邮件由系统自动发出;系统只核对文件,不会改动其中的内容。对核查结果有疑问的,请联系政府信息公开工作主管部门。',
  }
}
