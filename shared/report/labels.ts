import { distance } from 'fastest-levenshtein'
import { type Edition, TABLE_NUMBERS } from '../form/edition.ts'
import { printedWords } from '../form/layout.ts'
import { TABLE_FOUR_COLUMNS } from '../form/table-four.ts'
import { TABLE_THREE_COLUMNS, THREE, tableThreeRows } from '../form/table-three.ts'
import { TABLE_TWO } from '../form/table-two.ts'
import { compact, lettersOnly } from './normalise.ts'

/** A row of the form that a printed label may mean. */
export type FormLabel = { readonly row: number; readonly label: string; readonly trial?: true }

const NUMBER_IN_FRONT = /^[((]?([一二三四五六七八九十]|\d{1,2})(?:[))]|[.、．,:])[.、]?/

/** What tells a label: its words without number and without the explanation in brackets that the form adds. */
const keyOf = (label: string): string =>
  lettersOnly(
    compact(label)
      .replace(NUMBER_IN_FRONT, '')
      .replace(/\(.*\)?$/, ''),
  )
const numberOf = (label: string): string | undefined => NUMBER_IN_FRONT.exec(compact(label))?.[1]

/** Labels are this much alike, at least, where a character is lost or wrong (其他法律行政止公开). */
const LARGEST_DIFFERENCE = 0.35

/** Texts that differ more in length alone are no candidates; most cells are told apart by that. */
const isNearInLength = (key: string, known: string): boolean =>
  known.length >= 4 && Math.abs(key.length - known.length) <= LARGEST_DIFFERENCE * Math.max(key.length, known.length)

/** A sentence may come near to a label (全年新收政府信息公开申请12件。) and is none. */
const SENTENCE = /[。！？；;]\s*$/

export type LabelMatcher = {
  /** The row that a cell names, word for word or nearly so. */
  readonly match: (printed: string) => FormLabel | undefined
  /** The row that a run of text ends in, word for word. */
  readonly matchEnd: (printed: string) => FormLabel | undefined
  /** The row whose label a line is, word for word and with its number. */
  readonly matchWhole: (printed: string) => FormLabel | undefined
}

const matcher = (labels: readonly FormLabel[]): LabelMatcher => {
  const keys = labels.map((label) => ({ label, key: keyOf(label.label), number: numberOf(label.label) }))
  const exact = new Map(keys.map(({ key, label }) => [key, label]))
  const byLength = keys.toSorted((a, b) => b.key.length - a.key.length)

  const nearly = (printed: string, key: string): FormLabel | undefined => {
    if (key.length < 4 || SENTENCE.test(printed)) return undefined
    const number = numberOf(printed)
    const [best, next] = keys
      .filter((known) => isNearInLength(key, known.key) && (number === undefined || known.number === undefined || known.number === number))
      .map((known) => ({ ...known, difference: distance(key, known.key) / Math.max(key.length, known.key.length) }))
      .toSorted((a, b) => a.difference - b.difference)
    const clear = best !== undefined && best.difference <= LARGEST_DIFFERENCE && (next === undefined || next.difference > best.difference)
    return clear ? best.label : undefined
  }

  return {
    match: (printed) => {
      const key = keyOf(printed)
      return exact.get(key) ?? nearly(printed, key)
    },
    matchWhole: (printed) => {
      const [key, number] = [keyOf(printed), numberOf(printed)]
      return keys.find((known) => known.key === key && known.number === number)?.label
    },
    matchEnd: (printed) => {
      const letters = lettersOnly(compact(printed).replace(/\([^()]*\)$/, ''))
      return byLength.find(({ key }) => letters.endsWith(key))?.label
    },
  }
}

const TABLE_TWO_ALIASES: readonly FormLabel[] = [{ row: 1, label: '规范性文件' }]

export const TABLE_TWO_LABELS: LabelMatcher = matcher([
  ...TABLE_TWO['2021'].map(({ label }, row) => ({ row, label })),
  ...TABLE_TWO_ALIASES,
])
export const TRIAL_TABLE_TWO_LABELS: LabelMatcher = matcher([
  ...TABLE_TWO['2019'].map(({ label }, row) => ({ row, label })),
  { row: 1, label: '行政规范性文件' },
])

/** The rows of table 三 by edition; the single row (六) of the trial form tells it. */
export const ROWS_OF_THREE: Record<Edition, readonly FormLabel[]> = {
  '2019': tableThreeRows('2019').map(({ row, label }) => ({ row, label, ...(row === THREE.otherHandling && { trial: true }) })),
  '2021': tableThreeRows('2021').map(({ row, label }) => ({ row, label })),
}
export const TABLE_THREE_LABELS: LabelMatcher = matcher([...ROWS_OF_THREE['2021'], ...ROWS_OF_THREE['2019'].filter(({ trial }) => trial)])

const COLUMN_WORDS: ReadonlySet<string> = new Set([...TABLE_THREE_COLUMNS, ...TABLE_FOUR_COLUMNS].map(lettersOnly))

/** Whether a row names columns: its 其他 and 总计 are no labels of rows. */
export const isColumnHead = (cells: readonly string[]): boolean => cells.filter((cell) => COLUMN_WORDS.has(lettersOnly(cell))).length >= 2

/** Words of the tables' heads, which are neither figures nor text of a section. */
const HEAD_WORDS: ReadonlySet<string> = new Set(
  [
    ...TABLE_NUMBERS.flatMap((table) => [...printedWords('2021', table), ...printedWords('2019', table)]).map((text) =>
      text.replace('(单位:万元)', ''),
    ),
    // pieces that a narrow column breaks a head into
    ...['结果', '维持', '纠正', '其他', '尚未', '审结', '商业', '企业', '科研', '机构', '社会公益', '公益', '组织', '法律服务', '服务'],
  ].map(lettersOnly),
)

/** Whether a text is a label or a head of one of the three tables, or a line of such. */
export const isFormWord = (printed: string): boolean => isOneFormWord(printed) || isFormLine(printed)

const isFormLine = (printed: string): boolean => {
  const words = printed.split(/[|\s\u3000]+/).filter((word) => word !== '')
  return words.length > 1 && words.every(isOneFormWord)
}

const isOneFormWord = (printed: string): boolean => {
  const letters = lettersOnly(printed)
  return (
    HEAD_WORDS.has(letters) ||
    /^(第二十条第.项|本列数据的勾稽关系|.{0,12}单位.{0,2}元$)/.test(letters) ||
    [TABLE_TWO_LABELS, TRIAL_TABLE_TWO_LABELS, TABLE_THREE_LABELS].some(({ match }) => match(printed) !== undefined)
  )
}
