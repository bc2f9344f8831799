import type { Assessment, Disagreement, Repair, RepairHint } from '../assessment/assessment.ts'
import type { Doubt } from '../document/document.ts'
import type { Finding } from '../findings/finding.ts'
import type { CellRef } from '../form/edition.ts'
import { EQUATIONS } from '../form/equations.ts'

/** A hint as a person or an outside tool is told it: one or two cells, and the sums that hold once they are changed (none where blanks are filled). */
export type ToldRepair = {
  readonly cells: readonly { readonly cell: CellRef | null; readonly value: number }[]
  readonly mends: RepairHint['mends']
  readonly message: string
}

export type SumsTold = { readonly repairs: readonly ToldRepair[]; readonly disagreements: readonly Disagreement[] }

/** What stands in a cell whose figure is not certain; it is not blank, and may be right. */
const DOUBTED: Record<Doubt, string> = {
  covered: '现有的数字被叠盖,无法确认',
  'stale-formula': '现为公式,没有可以确认的结果;也可在表格软件中打开文件,核对后保存,重新报送',
  'shown-otherwise': '现在显示的与保存的不同',
  'unit-unclear': '表头写了不止一种单位,现有数字的单位不明',
}

const changeWords = ({ figure: { value: old, text, doubt, place }, value }: Repair): string => {
  if (doubt !== undefined) return `在${place.part}直接填写${value}(${DOUBTED[doubt]})`
  if (old !== null) return `把${place.part}由${old}改为${value}`
  return `在${place.part}填写${value}(现为${text === null || text === '' ? '空白' : `“${text}”`})`
}

/** The hints in words. */
export const tellRepairs = ({ repairs, disagreements }: Pick<Assessment, 'repairs' | 'disagreements'>): ToldRepair[] =>
  repairs.map(({ changes, mends }) => {
    const all = mends.length > 0 && mends.length === disagreements.length
    const effect = all ? '不成立的勾稽关系即可全部成立' : `与${changes.length === 1 ? '它' : '它们'}有关的勾稽关系即可成立`
    return {
      cells: changes.map(({ figure, value }) => ({ cell: figure.place.cell ?? null, value })),
      mends,
      message: `${changes.map(changeWords).join(',')},${effect};请先与台账核对`,
    }
  })

/** Rules that a change of a cell answers: those of the sums that it stands in, and that it holds a count. */
const ANSWERED: ReadonlySet<string> = new Set(['cell-is-count', ...EQUATIONS.map(({ rule }) => rule)])

/** What the hints say to do about a finding that they explain; undefined where they explain it not. Every finding of one slip gets the same advice. */
export const repairAdvice = ({ rule, places }: Finding, repairs: readonly ToldRepair[]): string | undefined => {
  const isThere = ({ cell }: ToldRepair['cells'][number]): boolean =>
    places.some(
      (place) => cell !== null && place.cell?.table === cell.table && place.cell.row === cell.row && place.cell.column === cell.column,
    )
  const hints = ANSWERED.has(rule) ? repairs.filter(({ cells }) => cells.some(isThere)) : []
  return hints.length === 0 ? undefined : hints.map(({ message }) => message).join('。')
}

const SUM_WORDS: Record<Disagreement['rule'], (name: string) => string> = {
  'table3-row-total': (name) => `表三“${name}”行总计`,
  'table3-disposition-total': (name) => `表三“${name}”列(七)总计`,
  'table3-balance': (name) => `表三“${name}”列后两项之和`,
  'table4-total': (name) => `表四“${name}”总计`,
}

const disagreementWords = ({ rule, name, difference }: Disagreement): string =>
  `${SUM_WORDS[rule](name)}${difference > 0 ? '多' : '少'}${Math.abs(difference)}`

const MOST_NAMED = 8

/** What is known where no change can be told: which sums disagree, and by how much. */
const unexplainedWords = (disagreements: readonly Disagreement[]): string => {
  const named = disagreements.slice(0, MOST_NAMED).map(disagreementWords).join(';')
  return `${named}${disagreements.length > MOST_NAMED ? `;等共${disagreements.length}项` : ''}`
}

/** Where sums do not hold: the changes that mend them, and of the others which disagree and by how much. Null where all hold and nothing is blank. */
export const sumsAdvice = ({ repairs, disagreements }: SumsTold): string | null => {
  const mended = repairs.flatMap(({ mends }) => mends)
  const left = disagreements
    .filter(({ difference }) => Number.isInteger(difference)) // parts that are no counts are told by their own finding
    .filter(({ rule, name }) => !mended.some((each) => each.rule === rule && each.name === name))
  const others = repairs.length === 0 ? '不能由勾稽关系断定错在哪一格。不成立的有:' : '另有不能由勾稽关系断定错在哪一格的:'
  const words = [...repairs.map(({ message }) => message), ...(left.length === 0 ? [] : [`${others}${unexplainedWords(left)}`])]
  return words.length === 0 ? null : words.join('。')
}
