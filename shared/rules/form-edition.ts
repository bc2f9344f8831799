import { editionOf, FORM_NOTICE, TABLE_NAMES } from '../form/edition.ts'
import { withTable } from '../rule-kit/changed-report.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** From 2021 on no table follows the trial form of 2019. */
export const formEdition = defineRule({
  id: 'form-edition',
  family: 'the form',
  severity: 'error',
  title: '使用现行格式',
  basis: `${FORM_NOTICE['2021']}:自2021年度起使用新格式,${FORM_NOTICE['2019']}的试行格式同时停用`,
  years: { from: 2021 },
  needs: [],
  example: ({ report }) => ({ report: withTable(report, 3, { form: '2019' }) }),
  advice: `用旧格式的表格,请改用${FORM_NOTICE['2021']}规定的格式重新填写`,
  *check({ tables, year }, { submission }) {
    const reportYear = year ?? submission?.year
    if (reportYear == null || editionOf(reportYear) === '2019') return
    for (const number of [2, 3] as const)
      if (tables[number].state !== 'missing' && tables[number].form === '2019')
        yield {
          places: [tables[number].place],
          facts: { table: TABLE_NAMES[number], part: number === 3 ? '“(六)其他处理”只有一行' : '栏目' },
        }
  },
  message: ({ table, part }) => `${table}${part === '栏目' ? '的栏目' : part},用的是2019年试行格式`,
  fix: ({ table }) => `${table}请改用${FORM_NOTICE['2021']}规定的格式重新填写`,
})
