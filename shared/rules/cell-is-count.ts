import type { Doubt } from '../document/document.ts'
import type { CellKind } from '../form/edition.ts'
import { THREE } from '../form/table-three.ts'
import type { Figure } from '../report/report.ts'
import { withCells } from '../rule-kit/changed-report.ts'
import { faultyCells } from '../rule-kit/faulty-cells.ts'
import { defineRule } from '../rule-kit/rule.ts'
import { lookalikeWords, withDigits } from '../text/lookalikes.ts'

type Fault = 'blank' | 'not-a-number' | 'negative' | 'not-an-integer' | Doubt

const WORDS: Record<Fault, string> = {
  blank: '没有填写',
  'not-a-number': '不是数字',
  negative: '是负数',
  'not-an-integer': '不是整数',
  covered: '被别的文字或图形叠盖,数字无法确认',
  'stale-formula': '是公式,文件中没有保存可以确认的计算结果',
  'shown-otherwise': '显示的内容与保存的内容不同,数字无法确认',
  'unit-unclear': '的单位不明(表头写了不止一种单位),数字无法确认',
}

/** What to do where the figure itself may be right. */
const FIXES: Partial<Record<string, string>> = {
  [WORDS.covered]: '移去叠在表格上的水印、印章、批注或图形,另存后重新报送',
  [WORDS['stale-formula']]: '在表格软件中打开文件,核对数字后保存,重新报送',
  [WORDS['unit-unclear']]: '统一表头的单位为“万元”,按万元填写后重新报送',
  [WORDS['shown-otherwise']]: '在这一格直接填写显示的阿拉伯数字,保存后重新报送',
}

/** What is wrong with a cell that looks like a number and is none; nothing to say where it does not look like one. */
const oddWords = (text: string): string => (/\d/.test(withDigits(text)) ? lookalikeWords(text) : '')

const faultOf = ({ text, value, doubt }: Figure, kind: CellKind): Fault | undefined => {
  if (doubt !== undefined) return doubt
  if (value === null) return text === '' ? 'blank' : 'not-a-number'
  if (kind !== 'change' && value < 0) return 'negative'
  return kind !== 'amount' && !Number.isInteger(value) ? 'not-an-integer' : undefined
}

const [TEXTS_SHOWN, LETTERS_SHOWN] = [5, 20]

/** What stands in the cells, each text once. */
const printedIn = (figures: readonly Figure[]): string => {
  const texts = [...new Set(figures.map(({ text }) => text ?? ''))].filter((text) => text !== '')
  const shown = texts.slice(0, TEXTS_SHOWN).map((text) => (text.length > LETTERS_SHOWN ? `${text.slice(0, LETTERS_SHOWN)}…` : text))
  return `${shown.join('、')}${texts.length > TEXTS_SHOWN ? '等' : ''}`
}

/** Every cell holds a count: an integer from 0 on; a fee or sum of money may have decimals. Nothing may be blank, a dash is no 0. */
export const cellIsCount = defineRule({
  id: 'cell-is-count',
  family: 'cells',
  severity: 'error',
  title: '每个数据格填写数字',
  basis: '国办公开办函〔2021〕30号:表格数据为非负整数(收费金额可有小数),没有的填0',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({ report: withCells(report, { table: 3, row: THREE.received, column: 1, text: '-' }) }),
  advice: '填写阿拉伯数字,没有发生的填0;件数为整数,收费金额单位为万元,可以有小数',
  *check(report) {
    for (const { fault, figures, cells } of faultyCells(report, faultOf)) {
      const printed = printedIn(figures)
      const odd = oddWords(printed)
      const [first, second] = figures
      const actual = second === undefined ? first?.value : undefined
      yield {
        places: figures.map(({ place }) => place),
        facts: { cells, fault: WORDS[fault], printed, ...(odd !== '' && { odd }), ...(actual != null && { actual }) },
      }
    }
  },
  message: ({ cells, fault, printed, odd }) =>
    `${cells}${fault}${printed === '' ? '' : `(现为“${printed}”${odd === undefined ? '' : `,${odd}`})`}`,
  fix: ({ fault }) => FIXES[fault],
})
