import type { Status } from '../submission/lifecycle.ts'

export type Tone = 'waiting' | 'good' | 'bad' | 'plain'

type StatusWords = {
  readonly label: string
  /** What it means to the agency, and what comes next. */
  readonly meaning: string
  readonly tone: Tone
  readonly sign: string
}

const waiting = (label: string, meaning: string): StatusWords => ({ label, meaning, tone: 'waiting', sign: '…' })
const good = (label: string, meaning: string): StatusWords => ({ label, meaning, tone: 'good', sign: '✓' })
const bad = (label: string, meaning: string): StatusWords => ({ label, meaning, tone: 'bad', sign: '✕' })
const plain = (label: string, meaning: string): StatusWords => ({ label, meaning, tone: 'plain', sign: '–' })

/** Every status in the words of the portal and of the mail. */
export const STATUS_WORDS: Record<Status, StatusWords> = {
  requested: waiting('等待上传', '已登记,等待文件上传完成。'),
  uploaded: waiting('正在读取', '文件已收到,正在读取内容。'),
  parsed: waiting('正在校验', '内容已读出,正在逐条校验。'),
  passed: good('通过校验,待审核', '没有必须改正的问题,等待政府信息公开工作主管部门审核。'),
  approved: waiting('审核同意,正在公开', '主管部门已同意,正在生成公开页面。'),
  published: good('已公开', '报告已在网站公开,可以长期访问。'),
  unreadable: bad('无法读取', '文件不能读取,未作校验。请按提示处理后重新提交。'),
  failed: bad('未通过校验', '有必须改正的问题。请改正后重新提交。'),
  returned: bad('审核退回', '主管部门已退回。请按审核意见修改后重新提交。'),
  lapsed: plain('上传超时', '文件没有在规定时间内上传,本次提交已作废。请重新提交。'),
  superseded: plain('已被新版本替代', '后来的版本已公开;本版本的页面仍然保留。'),
  withdrawn: plain('已撤回', '公开页面已撤回。'),
}
