import type { Report } from '../report/report.ts'
import type { Context } from './rule.ts'

/** ministry: a department of the State Council. department: one of any local government. county: the government of a county, district or county-level city. */
export type AgencyKind = 'ministry' | 'province' | 'city-with-districts' | 'autonomous-prefecture' | 'county' | 'department' | 'township'

/** Endings and words of names that leave no doubt; a 市人民政府 may be a county or have districts, 国家… may be a ministry. */
const CERTAIN: readonly (readonly [AgencyKind, RegExp])[] = [
  ['township', /(?:街道办事处|[镇乡]人民政府|苏木人民政府|民族乡政府)$/],
  ['county', /(?:县|旗|(?<!自治)区)人民政府$/],
  ['department', /^(?!国家|中国|中华).+[省市县区旗州盟].*(?:局|厅|委员会)$/],
]

/** The kind that a name tells for certain, else nothing. */
const agencyKindByName = (name: string): AgencyKind | undefined => CERTAIN.find(([, pattern]) => pattern.test(name))?.[0]

/** What kind of organ reports: as registered, else as its name tells. */
export const agencyKindOf = ({ agency }: Pick<Report, 'agency'>, { agencyKind, submission }: Context): AgencyKind | undefined => {
  const name = agency ?? submission?.agencyNames[0]
  return agencyKind ?? (name === undefined ? undefined : agencyKindByName(name))
}
