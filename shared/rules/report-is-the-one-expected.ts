import { lettersOnly } from '../report/normalise.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** The title names the agency and the year that the report was filed for. */
export const reportIsTheOneExpected = defineRule({
  id: 'report-is-the-one-expected',
  family: 'whose report',
  severity: 'error',
  title: '报告是应当报送的那一份',
  basis: '《政府信息公开条例》第四十九条:各行政机关公布本机关上一年度的年度报告',
  years: { from: 2019 },
  needs: ['submission'],
  example: ({ report, context }) => ({ report, context: { ...context, submission: { agencyNames: ['示例市示例局'], year: 2025 } } }),
  advice: '请确认上传的是本单位、应报年度的报告,或改正标题中的单位名称、年份',
  *check({ agency, year, title }, { submission }) {
    if (submission === undefined || title === null) return
    const names = submission.agencyNames.map(lettersOnly)
    const [name] = submission.agencyNames
    if (agency !== null && name !== undefined && !names.includes(lettersOnly(agency)))
      yield { places: [title.place], facts: { what: '单位', wanted: name, printed: agency } }
    if (year !== null && submission.year !== null && year !== submission.year)
      yield {
        places: [title.place],
        facts: { what: '年度', wanted: `${submission.year}年`, printed: `${year}年` },
      }
  },
  cause: ({ what }) => what,
  message: ({ what, wanted, printed }) => `标题所写的${what}是“${printed}”,应报送的是“${wanted}”`,
  fix: ({ what }) =>
    what === '年度' ? '请确认上传的是本年度的报告,或改正标题中的年份' : '请确认上传的是本单位的报告,或改正标题中的单位名称',
})
