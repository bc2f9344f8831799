import type { CellKind, Edition } from './edition.ts'

/** One printed row of table 二: its label, and the label of each of its figures. */
export type TableTwoItem = {
  readonly article: string
  readonly label: string
  readonly figures: readonly { readonly label: string; readonly kind: CellKind }[]
  /** Column of its first figure in `tables.two`. */
  readonly first: number
}

const placed = (items: readonly Omit<TableTwoItem, 'first'>[]): readonly TableTwoItem[] => {
  let next = 0
  return items.map((item) => {
    next += item.figures.length
    return { ...item, first: next - item.figures.length }
  })
}

const counts = (...labels: string[]) => labels.map((label) => ({ label, kind: 'count' }) as const)

const STOCK = counts('本年制发件数', '本年废止件数', '现行有效件数')
const DECISIONS = counts('本年处理决定数量')
const TRIAL_STOCK = counts('本年新制作数量', '本年新公开数量', '对外公开总数量')
const TRIAL_DECISIONS = [
  { label: '上一年项目数量', kind: 'count' },
  { label: '本年增/减', kind: 'change' },
  { label: '处理决定数量', kind: 'count' },
] as const

/** Table 二 by edition. Its figures, read row by row, are the array `tables.two` (10 figures; 22 in the trial form). */
export const TABLE_TWO: Record<Edition, readonly TableTwoItem[]> = {
  '2021': placed([
    { article: '第二十条第(一)项', label: '规章', figures: STOCK },
    { article: '第二十条第(一)项', label: '行政规范性文件', figures: STOCK },
    { article: '第二十条第(五)项', label: '行政许可', figures: DECISIONS },
    { article: '第二十条第(六)项', label: '行政处罚', figures: DECISIONS },
    { article: '第二十条第(六)项', label: '行政强制', figures: DECISIONS },
    { article: '第二十条第(八)项', label: '行政事业性收费', figures: [{ label: '本年收费金额', kind: 'amount' }] },
  ]),
  '2019': placed([
    { article: '第二十条第(一)项', label: '规章', figures: TRIAL_STOCK },
    { article: '第二十条第(一)项', label: '规范性文件', figures: TRIAL_STOCK },
    { article: '第二十条第(五)项', label: '行政许可', figures: TRIAL_DECISIONS },
    { article: '第二十条第(五)项', label: '其他对外管理服务事项', figures: TRIAL_DECISIONS },
    { article: '第二十条第(六)项', label: '行政处罚', figures: TRIAL_DECISIONS },
    { article: '第二十条第(六)项', label: '行政强制', figures: TRIAL_DECISIONS },
    { article: '第二十条第(八)项', label: '行政事业性收费', figures: TRIAL_DECISIONS.slice(0, 2) },
    {
      article: '第二十条第(九)项',
      label: '政府集中采购',
      figures: [
        { label: '采购项目数量', kind: 'count' },
        { label: '采购总金额', kind: 'amount' },
      ],
    },
  ]),
}

/** Columns of `tables.two` in the form of 2021. */
export const TWO = {
  regulationsIssued: 0,
  regulationsRepealed: 1,
  regulationsInForce: 2,
  documentsIssued: 3,
  documentsRepealed: 4,
  documentsInForce: 5,
  licensing: 6,
  penalties: 7,
  compulsion: 8,
  fees: 9,
} as const
