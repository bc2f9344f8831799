import { submissionLink } from '../submission/keys.ts'
import { wordsOf } from '../submission/lifecycle.ts'
import type { Agency, Submission } from '../submission/submission.ts'
import { SYSTEM_FAULT_WORDS } from '../submission/system-fault.ts'
import { versionWords } from '../submission/version.ts'
import type { MailContent } from './mail-content.ts'
import { shanghaiMinute } from './shanghai-time.ts'

export type FaultMailInput = { readonly submission: Submission; readonly agency: Agency; readonly portalUrl: string }

/** Tells the agency that a step failed through a fault of ours, and that nothing is asked of it. */
export const faultMailContent = ({ submission, agency, portalUrl }: FaultMailInput): MailContent => {
  const headline = `${SYSTEM_FAULT_WORDS.label}:不是报告的问题,无须重新提交`
  return {
    subject: `【政府信息公开年报】${agency.name}${submission.year}年:${headline}`.replace(/\s+/g, ' '),
    headline,
    tone: 'waiting',
    greeting: `${agency.name}:`,
    paragraphs: [
      `您提交的报告停在“${wordsOf(submission.status).label}”一步:系统出现故障,不是报告的问题。`,
      '技术人员已收到通知。文件完好保存,故障排除后系统自动继续办理,结果另行邮件告知。现在不需要任何操作,请不要重新提交。',
    ],
    quote: null,
    facts: [
      { label: '年度与版本', value: `${submission.year}年,${versionWords(submission)}` },
      { label: '文件', value: submission.fileName },
      { label: '时间', value: `${shanghaiMinute(submission.systemFault?.since ?? submission.since)}(北京时间)` },
      { label: '提交编号', value: submission.id },
    ],
    findings: [],
    found: 0,
    others: null,
    advice: null,
    mended: [],
    mendedInAll: 0,
    links: [{ label: '填报系统', href: new URL(submissionLink(submission.id), portalUrl).href }],
    closing: '本邮件由系统自动发出。对核查结果有疑问的,请联系政府信息公开工作主管部门。',
  }
}
