import { TWO } from '../form/table-two.ts'
import type { Figure } from '../report/report.ts'
import { withCells } from '../rule-kit/changed-report.ts'
import { faultyCells } from '../rule-kit/faulty-cells.ts'
import { defineRule } from '../rule-kit/rule.ts'

type One = { readonly cell: string; readonly printed: string; readonly actual: number }
/** The same remark in many cells. */
type Many = { readonly cells: string; readonly remark: string }

/** Of another unit than the form's `fee-unit` speaks. */
const remarkOf = ({ value, text, remark, unit }: Figure): string | undefined =>
  value === null || text === null || unit !== undefined ? undefined : (remark ?? undefined)

/** A cell holds its figure and nothing beside it: no unit, no remark. */
export const cellWithoutRemark = defineRule<One | Many>({
  id: 'cell-without-remark',
  family: 'cells',
  severity: 'warning',
  title: '数据格内只填数字',
  basis: '国办公开办函〔2021〕30号:表格只填数据,需要说明的写入正文',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({ report: withCells(report, { table: 2, row: 0, column: TWO.documentsInForce, text: '4(其中修订1件)' }) }),
  advice: '数据格只填数字,需要说明的写入正文',
  *check(report) {
    for (const { fault: remark, figures, cells } of faultyCells(report, remarkOf)) {
      const rows = new Set(figures.map(({ place }) => place.cell?.row))
      if (rows.size > 1) yield { places: figures.map(({ place }) => place), facts: { cells, remark } }
      else
        for (const { place, text, value } of figures)
          yield { places: [place], facts: { cell: place.part, printed: text ?? '', actual: value ?? Number.NaN } }
    }
  },
  message: (facts) =>
    'remark' in facts
      ? `${facts.cells}都在数字旁写了“${facts.remark}”,按数字读取;数字旁不应有别的文字`
      : `${facts.cell}填的是“${facts.printed}”,按${facts.actual}读取;数字旁不应有别的文字`,
  fix: (facts) => ('remark' in facts ? undefined : `这一格只填“${facts.actual}”,需要说明的写入正文`),
})
