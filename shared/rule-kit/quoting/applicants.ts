import type { CellRef } from '../../form/edition.ts'
import { THREE } from '../../form/table-three.ts'
import type { Count } from '../../text/counts.ts'
import type { Quantity } from './quoted-quantities.ts'

/** Applicants as texts name them, and their columns of table 三. 其他 alone is one of them only beside others. */
const APPLICANTS: readonly (readonly [string, RegExp, readonly number[]])[] = [
  ['自然人', /(?:自然人|公民|个人)$/, [0]],
  ['法人或其他组织', /法人(?:或者?|和|及|与|、)?(?:其[他它]组织)?$/, [1, 2, 3, 4, 5]],
  ['商业企业', /(?:商业)?企业$/, [1]],
  ['科研机构', /科研(?:机构|院所|单位)$/, [2]],
  ['社会公益组织', /(?:社会)?公益组织$/, [3]],
  ['法律服务机构', /法律服务(?:机构|组织)$/, [4]],
]
const OTHERS: (typeof APPLICANTS)[number] = ['其他', /^其[他它]$/, [5]]

/** What stands between an applicant and the count. */
const AROUND = /(?:的?(?:申请人)?(?:提交|提出|申请)?的?(?:政府信息公开|信息公开)?(?:申请)?|类)$/

const inRow = (row: number, columns: readonly number[]): CellRef[] => columns.map((column) => ({ table: 3, row, column }))

const quantityOf = (name: string, columns: readonly number[]): Quantity => {
  const [received, carriedIn, handled] = [THREE.received, THREE.carriedIn, THREE.handledTotal].map((row) => inRow(row, columns))
  return {
    name: `本年新收中“${name}”提出的`,
    topic: /申请/,
    words: /(?!)/,
    readings: [received ?? [], [...(received ?? []), ...(carriedIn ?? [])], handled ?? []].map((plus) => ({ plus, minus: [] })),
  }
}

const QUANTITIES = new Map([...APPLICANTS, OTHERS].map(([name, , columns]) => [name, quantityOf(name, columns)]))

/** What begins a sentence, or a part of one, that tells who asked: 其中, 按申请人类型分, 从申请主体看. */
export const TELLS_APPLICANTS = /^[,、:;(]*(?:其中|(?:按|从|以)?申请(?:人|主体))/

/** Of whom a count speaks where a text tells who asked; 其他 alone is one of them only behind other applicants (`beside`). */
export const applicantOf = ({ lead }: Pick<Count, 'lead'>, beside: boolean): Quantity | undefined => {
  const words = lead
    .replace(AROUND, '')
    .replace(
      /^(?:其中|(?:按|从|以)?申请(?:人|主体)(?:的?(?:类型|类别|身份|性质))?(?:划分|来?分|来?看|有|为|是|中|主要)*|涉及|包括|含|来自|由|属于?|[,、:;(])+/,
      '',
    )
  const found = [...APPLICANTS, ...(beside ? [OTHERS] : [])].find(([, pattern]) => pattern.test(words))
  return found && words.replace(found[1], '') === '' ? QUANTITIES.get(found[0]) : undefined
}
