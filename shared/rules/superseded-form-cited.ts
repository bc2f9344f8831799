import { FORM_NOTICE } from '../form/edition.ts'
import { compact } from '../report/normalise.ts'
import { withParagraphs } from '../rule-kit/changed-report.ts'
import { passagesIn } from '../rule-kit/passages.ts'
import { defineRule } from '../rule-kit/rule.ts'

const SUPERSEDED = /国办公开办函[〔[(【]?2019[〕\])】]?(?:第)?60号/

/** From 2021 on no report names the notice of the trial form as its ground. */
export const supersededFormCited = defineRule({
  id: 'superseded-form-cited',
  family: 'the form',
  severity: 'warning',
  title: '不引用已停用的格式文件',
  basis: `${FORM_NOTICE['2021']}:${FORM_NOTICE['2019']}的试行格式同时停用`,
  years: { from: 2021 },
  needs: [],
  example: ({ report }) => ({ report: withParagraphs(report, 1, `按照${FORM_NOTICE['2019']}的要求编制。`) }),
  advice: `改为引用${FORM_NOTICE['2021']},并核对表格是否为现行格式`,
  *check(report) {
    for (const { text, place } of passagesIn(report)) {
      const [printed] = SUPERSEDED.exec(compact(text)) ?? []
      if (printed !== undefined) yield { places: [place], facts: { printed } }
    }
  },
  message: ({ printed }) => `引用了已停用的“${printed}”`,
})
