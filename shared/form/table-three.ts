import type { Edition } from './edition.ts'

/** The seven columns of table 三. There is no subtotal of 法人或其他组织. */
export const TABLE_THREE_COLUMNS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'] as const

export type TableThreeRow = {
  /** The label as the form prints it, with its number. */
  readonly label: string
  /** The group it stands under within 三、本年度办理结果, as printed. */
  readonly group?: string
  /** Its place in `tables.three`, which has 25 rows in both editions. */
  readonly row: number
}

type Label = Omit<TableThreeRow, 'row'>

const group = (label: string, ...rows: string[]): Label[] => rows.map((row) => ({ label: row, group: label }))

const LABELS: readonly Label[] = [
  { label: '一、本年新收政府信息公开申请数量' },
  { label: '二、上年结转政府信息公开申请数量' },
  { label: '(一)予以公开' },
  { label: '(二)部分公开(区分处理的,只计这一情形,不计其他情形)' },
  ...group(
    '(三)不予公开',
    '1.属于国家秘密',
    '2.其他法律行政法规禁止公开',
    '3.危及“三安全一稳定”',
    '4.保护第三方合法权益',
    '5.属于三类内部事务信息',
    '6.属于四类过程性信息',
    '7.属于行政执法案卷',
    '8.属于行政查询事项',
  ),
  ...group('(四)无法提供', '1.本机关不掌握相关政府信息', '2.没有现成信息需要另行制作', '3.补正后申请内容仍不明确'),
  ...group(
    '(五)不予处理',
    '1.信访举报投诉类申请',
    '2.重复申请',
    '3.要求提供公开出版物',
    '4.无正当理由大量反复申请',
    '5.要求行政机关确认或重新出具已获取信息',
  ),
  ...group(
    '(六)其他处理',
    '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    '3.其他',
  ),
  { label: '(七)总计' },
  { label: '四、结转下年度继续办理' },
]

/** The 25 rows of table 三 in the order of the form of 2021. */
export const TABLE_THREE_ROWS: readonly TableThreeRow[] = LABELS.map((label, row) => ({ ...label, row }))

/** Rows of `tables.three` that the sum rules name. */
export const THREE = {
  received: 0,
  carriedIn: 1,
  firstDisposition: 2,
  /** The two rows of (六) that the trial form does not have; its single row (六) stands in `otherHandling`. */
  overdueCorrection: 20,
  overdueFee: 21,
  otherHandling: 22,
  handledTotal: 23,
  carriedOut: 24,
} as const

export const THREE_TOTAL_COLUMN = 6

/** The single row (六) of the trial form, which has no rows within it. */
export const TRIAL_OTHER_HANDLING = '(六)其他处理'

const TRIAL_ROWS: readonly TableThreeRow[] = [
  ...TABLE_THREE_ROWS.slice(0, THREE.overdueCorrection),
  { label: TRIAL_OTHER_HANDLING, row: THREE.otherHandling },
  ...TABLE_THREE_ROWS.slice(THREE.handledTotal),
]

/** The rows that a form prints: 25, or 23 in the trial form. */
export const tableThreeRows = (edition: Edition): readonly TableThreeRow[] => (edition === '2019' ? TRIAL_ROWS : TABLE_THREE_ROWS)
