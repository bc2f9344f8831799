import type { Status } from './lifecycle.ts'

export type Tone = 'waiting' | 'good' | 'bad' | 'plain'

type StatusWords = {
  readonly label: string
  /** What it means to the agency, and what comes next. */
  readonly meaning: string
  readonly tone: Tone
}

/** Stands beside the words, so that meaning never hangs on colour alone. */
export const TONE_SIGNS: Record<Tone, string> = { waiting: '…', good: '✓', bad: '✕', plain: '–' }

const words =
  (tone: Tone) =>
  (label: string, meaning: string): StatusWords => ({ label, meaning, tone })
const [waiting, good, bad, plain] = [words('waiting'), words('good'), words('bad'), words('plain')]

/** Every status in the words of the portal, the mail and the refusals. */
export const STATUS_WORDS: Record<Status, StatusWords> = {
  requested: waiting('等待上传', '已登记,等待文件上传完成。'),
  uploaded: waiting('已收到,正在读取', '文件已收到,正在读取内容。'),
  parsed: waiting('已读取,正在核查', '内容已读出,正在逐条核查。'),
  passed: good('核查通过,等待审核', '没有必须改正的问题,等待政府信息公开工作主管部门审核。'),
  approved: waiting('审核通过,正在发布', '主管部门已同意,正在生成公开页面。'),
  published: good('已发布', '报告已在网站发布,可以长期访问。'),
  unreadable: bad('文件无法读取', '文件不能读取,没有核查。请按提示处理后重新提交。'),
  failed: bad('核查未通过', '有必须改正的问题。请改正后重新提交。'),
  returned: bad('审核退回', '主管部门已退回。请按审核意见修改后重新提交。'),
  lapsed: plain('逾时未上传', '文件没有在规定时间内上传,本次提交已作废。请重新提交。'),
  superseded: plain('已被新版本取代', '后来的版本已发布;本版本的页面仍然保留。'),
  withdrawn: plain('已撤下', '已发布的页面已撤下。'),
}
