import type { AgencyKind } from '../form/agency-kind.ts'
import { TWO } from '../form/table-two.ts'
import { figureAt, type Report } from '../report/report.ts'
import { withCells } from '../rule-kit/changed-report.ts'
import { agencyKindOf } from '../rule-kit/context.ts'
import { passagesIn } from '../rule-kit/passages.ts'
import { defineRule } from '../rule-kit/rule.ts'

const MAY_MAKE_RULES: ReadonlySet<AgencyKind> = new Set(['ministry', 'province', 'city-with-districts', 'autonomous-prefecture'])

/** An office of a city's government, or one whose text speaks of the whole city, reports what its city has, rules too. */
const OF_A_CITY = /^[^县区旗]{2,12}[市州盟](?!.*[县区旗])/
const CITYS_OFFICE = /(?:人民政府|政府)办公[厅室]$/
const OF_THE_WHOLE_CITY =
  /全[市州](?:各级|各部门|各县|共|累计|主动|新收|收到|受理|办理|办结|答复|现行|依申请|行政机关|行政规范性文件|规范性文件|规章|政务公开|政府信息)|我[市州](?:现行|主动|新收|收到|受理|行政机关|政府信息)|[市州](?:人民)?政府(?:共|现行|本年|全年)?(?:有效)?(?:制定|公布|出台|修订)[^。]{0,12}规章/

const reportsForItsCity = (report: Report, kind: AgencyKind): boolean =>
  kind === 'department' &&
  OF_A_CITY.test(report.agency ?? '') &&
  (CITYS_OFFICE.test(report.agency ?? '') || passagesIn(report).some(({ text }) => OF_THE_WHOLE_CITY.test(text)))

const COLUMNS = [TWO.regulationsInForce, TWO.regulationsIssued, TWO.regulationsRepealed]

/** Only ministries, provinces, cities with districts and autonomous prefectures have rules (规章) of their own. */
export const ruleMakingPower = defineRule({
  id: 'rule-making-power',
  family: 'content',
  severity: 'warning',
  title: '没有规章制定权的单位不填规章',
  basis: '《立法法》第九十一条、第九十三条:规章由国务院部门和省、自治区、直辖市、设区的市、自治州人民政府制定',
  years: { from: 2019 },
  needs: ['agency-kind'],
  example: ({ report, context }) => ({
    report: withCells(report, { table: 2, row: 0, column: TWO.regulationsInForce, text: '3' }),
    context: { ...context, agencyKind: 'department' },
  }),
  advice: '“规章”各格填0;本单位制发的文件属于行政规范性文件的,填入下一行',
  *check(report, context) {
    const kind = agencyKindOf(report, context)
    if (kind === undefined || MAY_MAKE_RULES.has(kind) || reportsForItsCity(report, kind)) return
    const filled = COLUMNS.flatMap((column) => figureAt(report, { table: 2, row: 0, column }) ?? []).filter(({ value }) => (value ?? 0) > 0)
    const [first] = filled
    if (first?.value != null) yield { places: filled.map(({ place }) => place), facts: { expected: 0, actual: first.value } }
  },
  message: ({ actual }) => `表二“规章”填了${actual}件,本单位没有制定规章的权限`,
})
