/** ministry: a department of the State Council. department: one of any local government. county: the government of a county, district or county-level city. */
export type AgencyKind = 'ministry' | 'province' | 'city-with-districts' | 'autonomous-prefecture' | 'county' | 'department' | 'township'

/** Every kind of organ, as lists of agencies and the portal call it. */
export const AGENCY_KIND_WORDS: Record<AgencyKind, string> = {
  ministry: '国务院部门',
  province: '省级政府',
  'city-with-districts': '设区的市政府',
  'autonomous-prefecture': '自治州政府',
  county: '县级政府',
  department: '部门',
  township: '乡镇街道',
}

export const AGENCY_KINDS = Object.keys(AGENCY_KIND_WORDS) as AgencyKind[]

/** Endings and words of names that leave no doubt; a 市人民政府 may be a county or have districts, 国家… may be a ministry. */
const CERTAIN: readonly (readonly [AgencyKind, RegExp])[] = [
  ['township', /(?:街道办事处|[镇乡]人民政府|苏木人民政府|民族乡政府)$/],
  ['county', /(?:县|旗|(?<!自治)区)人民政府$/],
  ['department', /^(?!国家|中国|中华).+[省市县区旗州盟].*(?:局|厅|委员会)$/],
]

/** The kind that a name tells for certain, else nothing. */
export const agencyKindByName = (name: string): AgencyKind | undefined => CERTAIN.find(([, pattern]) => pattern.test(name))?.[0]
