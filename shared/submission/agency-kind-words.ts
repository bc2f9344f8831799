import type { AgencyKind } from '../rules/agency-kind.ts'

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
