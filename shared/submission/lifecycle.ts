import type { BoardState } from './board-state.ts'
import { bad, good, plain, type StatusWords, waiting } from './status-words.ts'

/** That its figures count in the sums of the agency above; that its warnings are explained; that the same file is handed in once more. */
type Leave = 'be-added-up' | 'explain' | 'file-again'

type StatusSpec<Name extends string> = {
  /** The statuses that a submission comes from. */
  readonly from: readonly Name[]
  /** The function that takes the step. */
  readonly by: string
  /** Set where a person decides on the step, and is noted in the history instead of the function. */
  readonly person?: true
  /** The queues that hear of it. Where `notify-agency` is one of them, the agency is mailed, once. */
  readonly tells: readonly string[]
  /** What is open to a submission that stands here, besides its steps. */
  readonly lets: readonly Leave[]
  /** Where its agency stands on the board of the year, while it is the agency's newest. */
  readonly board: BoardState
  /** In the portal, the mail and the refusals; its meaning is told to the agency. */
  readonly words: StatusWords
  /** What it means to the disclosure office, and who acts next. */
  readonly toOffice: string
}

/** Holds every `from` to the names of the map itself. */
const define = <const Lifecycle extends { readonly [Name in keyof Lifecycle]: StatusSpec<Extract<keyof Lifecycle, string>> }>(
  map: Lifecycle,
): Lifecycle => map

/** The life of a submission, and the whole map of it: a new status is one entry here. What is not written here does not compile. */
export const lifecycle = define({
  requested: {
    from: [],
    by: 'request-upload',
    person: true,
    tells: [], // The bucket tells parse-report of the upload.
    lets: [],
    board: 'not-filed',
    words: waiting('等待上传', '已登记,等待文件上传完成。'),
    toOffice: '填报单位已登记,文件还没有上传完成。',
  },
  uploaded: {
    from: ['requested', 'lapsed'], // The event of an upload may come late.
    by: 'parse-report',
    tells: ['parse-report'],
    lets: [],
    board: 'checking',
    words: waiting('已收到,正在读取', '文件已收到,正在读取内容。'),
    toOffice: '填报单位的文件已收到,正在读取内容。',
  },
  parsed: {
    from: ['uploaded'],
    by: 'parse-report',
    tells: ['validate-report'],
    lets: [],
    board: 'checking',
    words: waiting('读取完毕,正在核查', '文件已读取完毕,正在核查。'),
    toOffice: '文件已读取完毕,正在核查。',
  },
  passed: {
    from: ['parsed'],
    by: 'validate-report',
    tells: ['notify-agency'],
    lets: ['be-added-up', 'explain'],
    board: 'waiting',
    words: good('核查通过,等待审核', '没有必须改正的问题,等待政府信息公开工作主管部门审核。'),
    toOffice: '没有必须改正的问题,请审核。',
  },
  approved: {
    from: ['passed'],
    by: 'review-submission',
    person: true,
    tells: ['publish-report'],
    lets: ['be-added-up'],
    board: 'approved',
    words: waiting('审核通过,正在发布', '主管部门已同意,正在生成公开页面。'),
    toOffice: '已同意发布,正在生成公开页面。',
  },
  published: {
    from: ['approved'],
    by: 'publish-report',
    tells: ['notify-agency'],
    lets: ['be-added-up'],
    board: 'published',
    words: good('已发布', '报告已在网站发布,可以长期访问。'),
    toOffice: '报告已在网站发布,可以长期访问。',
  },
  lapsed: {
    from: ['requested'],
    by: 'sweep-submissions',
    tells: [],
    lets: ['file-again'],
    board: 'not-filed',
    words: plain('逾时未上传', '没有在规定时间内收到文件。请重新提交。'),
    toOffice: '填报单位没有在规定时间内上传文件,等待其重新提交。',
  },
  unreadable: {
    from: ['parsed'],
    by: 'validate-report',
    tells: ['notify-agency'],
    lets: [],
    board: 'failed',
    words: bad('文件无法读取', '文件不能读取,没有核查。请按提示处理后重新提交。'),
    toOffice: '文件不能读取,没有核查;已通知填报单位重新提交。',
  },
  failed: {
    from: ['parsed'],
    by: 'validate-report',
    tells: ['notify-agency'],
    lets: ['explain'],
    board: 'failed',
    words: bad('核查未通过', '有必须改正的问题。请改正后重新提交。'),
    toOffice: '有必须改正的问题;已通知填报单位改正后重新提交,不需要审核。',
  },
  returned: {
    from: ['passed'],
    by: 'review-submission',
    person: true,
    tells: ['notify-agency'],
    lets: ['explain', 'file-again'],
    board: 'returned',
    words: bad('审核退回', '主管部门已退回。请按审核意见修改后重新提交。'),
    toOffice: '已退回,等待填报单位修改后重新提交。',
  },
  replaced: {
    from: ['passed'],
    by: 'validate-report',
    tells: [],
    lets: ['file-again'],
    board: 'waiting',
    words: plain('已换用新版本', '后来提交的版本已核查通过,由它等待审核;本版本不再审核。'),
    toOffice: '填报单位后来提交的版本已核查通过,请审核新版本。',
  },
  recalled: {
    from: ['passed'],
    by: 'recall-submission',
    person: true,
    tells: ['notify-agency'],
    lets: ['file-again'],
    board: 'not-filed',
    words: plain('已收回', '本单位已收回,不再审核。修改后可以重新提交。'),
    toOffice: '填报单位已收回,不需要审核。',
  },
  superseded: {
    from: ['published'],
    by: 'publish-report',
    tells: [],
    lets: [],
    board: 'published',
    words: plain('已被新版本取代', '后来的版本已发布;本版本的页面仍然保留。'),
    toOffice: '后来的版本已发布;本版本的页面仍然保留。',
  },
  withdrawn: {
    from: ['published', 'superseded'],
    by: 'review-submission',
    person: true,
    tells: ['publish-report', 'notify-agency'],
    lets: ['file-again'],
    board: 'withdrawn',
    words: plain('已撤下', '已发布的页面已撤下,原处留有说明。'),
    toOffice: '已发布的页面已撤下,原处留有说明;已通知填报单位。',
  },
})

type Lifecycle = typeof lifecycle
export type Status = keyof Lifecycle
export const STATUSES = Object.keys(lifecycle) as Status[]

/** The statuses that a step to this one may start from. */
export type From<To extends Status> = Lifecycle[To]['from'][number]
/** The functions that take steps, and the queues that hear of them. */
export type Taker = Lifecycle[Status]['by']
export type Told = Lifecycle[Status]['tells'][number]
/** The statuses that a person decides on. */
export type Decided = { [Name in Status]: Lifecycle[Name] extends { readonly person: true } ? Name : never }[Status]
/** The statuses that the agency is written to about, once each. */
export type MailedStatus = {
  [Name in Status]: 'notify-agency' extends Lifecycle[Name]['tells'][number] ? Name : never
}[Status]

export const comesFrom = <To extends Status>(to: To, status: Status): status is From<To> => {
  const from: readonly Status[] = lifecycle[to].from
  return from.includes(status)
}

/** Whether something is open to a submission of this status. */
export const lets = (status: Status, what: Leave): boolean => {
  const open: readonly Leave[] = lifecycle[status].lets
  return open.includes(what)
}

export const boardStateOf = (status: Status): BoardState => lifecycle[status].board

/** Whether no step leads on from this status. */
export const isEnd = (status: Status): boolean => !STATUSES.some((to) => comesFrom(to, status))

/** The queues that hear of a status. */
export const toldOf = (status: Status): readonly Told[] => lifecycle[status].tells
/** The queues that a function tells of a status: where the step to it was its own, and without itself. */
export const announcedBy = (taker: Taker, status: Status): readonly Told[] =>
  lifecycle[status].by === taker ? toldOf(status).filter((queue) => queue !== taker) : []
/** The queues that a function tells of one status or another. */
export const toldBy = (taker: Taker): Told[] => [...new Set(STATUSES.flatMap((status) => announcedBy(taker, status)))]
/** Whether a function has a step to take from this status. */
export const takesOver = (name: string, status: Status): boolean =>
  STATUSES.some((to) => lifecycle[to].by === name && comesFrom(to, status))

export const isMailed = (status: Status): status is MailedStatus => toldOf(status).includes('notify-agency')
export const MAILED_STATUSES = STATUSES.filter(isMailed)

export const wordsOf = (status: Status): StatusWords => lifecycle[status].words

/** What a status means to whom it is told: the agency and the office are asked for different things. */
export const meaningTo = (reader: 'agency' | 'office', status: Status): string =>
  reader === 'office' ? lifecycle[status].toOffice : lifecycle[status].words.meaning
