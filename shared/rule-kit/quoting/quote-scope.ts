import type { Count } from '../../text/counts.ts'

/** Part of a year, another year, several years. */
const OTHER_TIME = /上半年|下半年|前[一二三四两]?[个季]|季度|\d月(?!\d)|月份|累计|近[两三五几]年|往年|历年|以来/
const COMPARISON = /同比|相比|较上|比上|较去|比去|增加|增长|减少|下降|翻/
/** By which way, by whom, with what in between. */
const PART =
  /网络|网上|在线|互联网|网站|平台|邮箱|邮件|信函|邮寄|来信|当面|现场|当场|窗口|传真|电话|书面|渠道|自然人|个人|企业|法人|组织|转办|转交|移交|移送|会办|协办|代为|(?:涉及|关于)(?!(?:政府)?信息公开)/
const WHOLE = /公民、?(?:法人|企业)(?:和|或|及|与|、)(?:者|其他|其它)*(?:社会)?组织|(?:政府)?网站和?/g
/** Other business that is counted in the same words. */
const OTHER_BUSINESS = /建议|提案|热线|信箱|留言|咨询|来信|诉求|工单|行政许可|行政处罚|信访事项/
const PART_OF_AGENCY = /各[级地部单县区镇乡科处股]|直属|区直|市直|县直|下属|所属|辖区|本级|政府办|[一-龥]办公室(?:共|全年)?(?:收|受)/
const WHOLE_AREA = /全[省市县区州盟旗镇乡]|全系统|本系统/

/** whole: of the agency and the year. area: of the area a government rules. Anything else is not to be compared with the tables. */
export type Scope = 'whole' | 'area' | 'other'

/** What a count is about: only words that stand near it are asked, and any doubt is `other`. */
export const scopeOf = (
  { head, clause, lead }: Pick<Count, 'head' | 'clause' | 'lead'>,
  year: number | null,
  isGovernment: boolean,
): Scope => {
  const otherYear = Array.from(lead.matchAll(/(20\d\d)年/g)).some(([, named]) => year !== null && Number(named) !== year)
  const near = clause.replace(WHOLE, '')
  if (otherYear || OTHER_TIME.test(head) || COMPARISON.test(lead) || PART.test(near) || OTHER_BUSINESS.test(head)) return 'other'
  if (PART_OF_AGENCY.test(head)) return 'other'
  if (WHOLE_AREA.test(head)) return isGovernment ? 'area' : 'other'
  return 'whole'
}
