import type { CellRef } from '../../form/edition.ts'
import { THREE, THREE_TOTAL_COLUMN } from '../../form/table-three.ts'

/** Cells that add up to what may be meant, and cells to take off. */
export type Reading = { readonly plus: readonly CellRef[]; readonly minus: readonly CellRef[] }

/** What a text may quote from tables 三 and 四: the words right before the figure (or right behind it), and the cells that hold it. */
export type Quantity = {
  readonly name: string
  /** Sentences about it speak of these; sections 三 and 四 speak of nothing else. */
  readonly topic: RegExp
  readonly words: RegExp
  readonly wordsBehind?: RegExp
  /** The first is the plain one; a figure that fits any of them is no fault. */
  readonly readings: readonly Reading[]
  /** To say that there were none, when the table has some, denies the whole table. */
  readonly noneIsError?: true
}

const three = (...rows: number[]): CellRef[] => rows.map((row) => ({ table: 3, row, column: THREE_TOTAL_COLUMN }))
const four = (...columns: number[]): CellRef[] => columns.map((column) => ({ table: 4, row: 0, column }))
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index)
const reading = (plus: readonly CellRef[], minus: readonly CellRef[] = []): Reading => ({ plus, minus })

const REQUESTS = /信息公开申请|依申请|申请公开|公开申请/
const DISPUTES = /信息公开|依申请/

const REQUEST = '(?:依申请公开|(?:政府)?信息公开|公开)?(?:政府信息|信息)?(?:的)?(?:申请|事项|件|表)*'
const FROM_WHOM = '(?:到|了|的|各类|有效|公民、?法人(?:和|或|及|与|、)?(?:者)?其[他它]组织|社会公众|群众|申请人|提出|提交|向本机关|向我局)*'
const [received, carriedIn, handled, carriedOut] = [
  three(THREE.received),
  three(THREE.carriedIn),
  three(THREE.handledTotal),
  three(THREE.carriedOut),
]
const others = three(...range(THREE.overdueCorrection, THREE.otherHandling))

const disposition = (name: string, first: number, last = first): Quantity => ({
  name: `“${name}”`,
  topic: REQUESTS,
  words: new RegExp(`(?:^|[^、和及与或不])${name}(?:决定|答复|告知)?$`),
  readings: [reading(three(...range(first, last)))],
})

export const RECEIVED: Quantity = {
  name: '本年新收政府信息公开申请',
  topic: REQUESTS,
  words: new RegExp(
    `(?<!未|未予|不予|不)(?:新收|收到|接到|受理|接收)${FROM_WHOM}${REQUEST}$|(?:依申请公开|信息公开申请)(?:共|本年)?(?:新收|收到|受理)$`,
  ),
  readings: [reading(received), reading([...received, ...carriedIn])],
  noneIsError: true,
}

export const RECONSIDERATIONS: Quantity = {
  name: '政府信息公开行政复议',
  topic: DISPUTES,
  words: /^(?!.*(?:诉讼|审理|办理|作为)).*行政复议(?:申请|案件|事项)*$/,
  readings: [reading(four(4))],
}

/** Both kinds of dispute together; named only where a text says that there were none. */
export const CASES: Quantity = {
  name: '政府信息公开行政复议、行政诉讼',
  topic: DISPUTES,
  words: /(?!)/,
  readings: [reading(four(4, 9, 14))],
}

export const HANDLED: Quantity = {
  name: '办结的申请(表三“(七)总计”)',
  topic: REQUESTS,
  words: new RegExp(`(?<!未|不|不予|逾期|延期|超期|待|正在)(?:办结|答复|办理完毕|办复)(?:办结|完毕|完成|了|的)*${REQUEST}$`),
  readings: [reading(handled), reading(handled, carriedIn), reading(handled, others), reading(received)],
}

/** In the order in which they are tried: the more exact words first. */
export const QUANTITIES: readonly Quantity[] = [
  {
    name: '结转下年度继续办理的申请',
    topic: REQUESTS,
    words: new RegExp(`(?:结转|顺延)(?:至|到|入)?(?:下一?年度?|次年度?|明年)(?:继续)?(?:办理|处理|答复)?${REQUEST}$`),
    wordsBehind: /^(?:申请)?(?:需|将|已)?(?:结转|顺延)(?:至|到|入)?(?:下一?年|次年|明年)[^\d]*$/,
    readings: [reading(carriedOut)],
  },
  {
    name: '上年结转的申请',
    topic: REQUESTS,
    words: new RegExp(
      `(?:(?:上一?年度?|去年)[末底]?(?:结转|遗留|顺延)(?:至|到|入|的|本年度?|今年|办理|继续)*|(?:结转|遗留|顺延)(?:自|了|的)*(?:上一?年度?|去年)[末底]?(?:的|未办结|继续办理)*)${REQUEST}$`,
    ),
    readings: [reading(carriedIn)],
  },
  HANDLED,
  disposition('予以公开', 2),
  disposition('部分公开', 3),
  disposition('不予公开', 4, 11),
  disposition('无法提供', 12, 14),
  disposition('不予处理', 15, 19),
  disposition('其他处理', 20, 22),
  RECEIVED,
  {
    ...RECEIVED,
    words: /(?:^|[)年度局委办镇乡])(?:依申请公开|(?:政府)?信息公开申请)(?:申请|事项|件)*$/,
    readings: [...RECEIVED.readings, reading(handled)],
  },
  RECONSIDERATIONS,
  {
    name: '政府信息公开行政诉讼',
    topic: DISPUTES,
    words: /^(?!.*(?:复议|审理)).*行政诉讼(?:申请|案件|事项)*$/,
    readings: [reading(four(9, 14)), reading(four(9)), reading(four(14))],
  },
]
