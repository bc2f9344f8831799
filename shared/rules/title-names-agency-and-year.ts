import { isOfficialTitle, isYearDoubled } from '../report/title-wording.ts'
import { defineRule } from '../rule-kit/rule.ts'
import { letteredYearsIn, lookalikeWords } from '../text/lookalikes.ts'

/** A year that looks right and is none. */
const oddYear = (title: string): string => {
  const [lettered] = letteredYearsIn(title)
  return lettered === undefined ? '' : `,年份中的${lookalikeWords(lettered)}`
}

const NOT_STANDARD = '标题写法不规范'

/** The title names the agency and the year, in the wording of the form. */
export const titleNamesAgencyAndYear = defineRule({
  id: 'title-names-agency-and-year',
  family: 'whose report',
  severity: 'error',
  severityNote: '标题看不出单位或年份的必须改正;写法不规范的请核对,只是“年度”重复的供参考',
  title: '标题写明单位和年份',
  basis: '国办公开办函〔2021〕30号:标题为“机关全称+年份+年政府信息公开工作年度报告”',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({ report: { ...report, agency: null, year: null }, context: {} }),
  advice: '标题请写作“机关全称+年份+年政府信息公开工作年度报告”,例如“某某市教育局2024年政府信息公开工作年度报告”',
  *check({ title, agency, year }, { submission }) {
    const places = [title?.place ?? { part: '标题', section: null }]
    const missing = [agency === null ? '单位' : '', year === null ? '年份' : ''].filter(Boolean).join('和')
    if (missing !== '') {
      const known = (agency !== null || submission?.agencyNames[0] !== undefined) && (year ?? submission?.year) != null
      yield { places, facts: { problem: title === null ? '没有找到标题' : `标题看不出${missing}` }, severity: known ? 'warning' : 'error' }
    } else if (title !== null && !isOfficialTitle(title.text, agency ?? '', year ?? 0)) {
      const severity = isYearDoubled(title.text, agency ?? '', year ?? 0) ? 'notice' : 'warning'
      yield { places, facts: { problem: `${NOT_STANDARD}(现为“${title.text}”${oddYear(title.text)})` }, severity }
    }
  },
  cause: ({ problem }) => (problem.startsWith(NOT_STANDARD) ? 'wording' : 'missing'),
  message: ({ problem }) => problem,
})
