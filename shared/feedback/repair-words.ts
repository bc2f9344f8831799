import type { Disagreement, RepairHint } from '../assessment/assessment.ts'
import type { CellRef } from '../form/edition.ts'

/** The repair hint as a person or an outside tool is told it. */
export type ToldRepair = { readonly cell: CellRef | null; readonly value: number; readonly message: string }

export type SumsTold = { readonly repair: ToldRepair | null; readonly disagreements: readonly Disagreement[] }

const repairMessage = ({ figure: { value: old, text, place }, value }: RepairHint): string => {
  if (old !== null) return `把${place.part}由${old}改为${value},不成立的勾稽关系即可全部成立;请先与台账核对`
  const now = text === null || text === '' ? '现为空白' : `现为“${text}”`
  return `在${place.part}填写${value}(${now}),与它有关的勾稽关系即可成立;请先与台账核对`
}

export const tellRepair = (hint: RepairHint): ToldRepair => ({
  cell: hint.figure.place.cell ?? null,
  value: hint.value,
  message: repairMessage(hint),
})

const SUM_WORDS: Record<Disagreement['rule'], (name: string) => string> = {
  'table3-row-total': (name) => `表三“${name}”行总计`,
  'table3-disposition-total': (name) => `表三“${name}”列(七)总计`,
  'table3-balance': (name) => `表三“${name}”列后两项之和`,
  'table4-total': (name) => `表四“${name}”总计`,
}

const disagreementWords = ({ rule, name, difference }: Disagreement): string =>
  `${SUM_WORDS[rule](name)}${difference > 0 ? '多' : '少'}${Math.abs(difference)}`

const MOST_NAMED = 8

/** Where sums do not hold: the one change that mends them all or, where there is none, which disagree and by how much. Null where all hold. */
export const sumsAdvice = ({ repair, disagreements }: SumsTold): string | null => {
  if (repair !== null) return repair.message
  if (disagreements.length === 0) return null
  const named = disagreements.slice(0, MOST_NAMED).map(disagreementWords).join(';')
  const more = disagreements.length > MOST_NAMED ? `;等共${disagreements.length}项` : ''
  return `不能由勾稽关系断定错在哪一格。不成立的有:${named}${more}`
}
