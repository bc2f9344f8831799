/** How a report speaks of itself. */
const OWN = '(?:我|本|全)(?:局|委|厅|办|院|部|署|会|中心|单位|机关|部门|系统|省|市|县|区|旗|州|盟|镇|乡|街道|街|所|站|台)'
/** What the report's own work begins with. */
const WORK =
  '(?:全年|共|累计|总体|通过|主动公开|公开|发布|更新|受理|收到|接到|办理|办结|组织|开展|召开|围绕|坚持|严格|按照|根据|认真|持续|积极|不断|进一步|继续|将|未|没有|新增|政府信息公开工作|政务公开工作|信息公开工作)'
const YEAR = '(20\\d\\d)年度?'

/** Years given to the report's own work: at the head of what it did, behind its name, or in 现将…情况报告如下. */
const OWN_WORK = [
  new RegExp(
    `^(?:[(]?[一二三四五六七八九十\\d]{1,2}[)、.,:])?(?:[^\\d,:]{0,12}[,:])?(?:在|回顾)?${YEAR},?(?:在[^,]{2,30},)?(?:${OWN}|${WORK})`,
  ),
  new RegExp(`${OWN}(?:在)?${YEAR},?${WORK}`),
  new RegExp(`现(?:就|将|把)[^\\d,]{0,20}${YEAR}[^,]{0,24}(?:报告|公布|汇报|总结)`),
]
/** Names that bear a year, comparisons, and years that only lead up to this one. */
const OTHERWISE =
  /(?:决算|预算|年鉴|规划|计划|要点|方案|办法|评估|考核|审计|年报|指南|修订)|结转|同期|相比|以来|增长|下降|上升|年底|年末|[比较与]20\d\d年|年度?(?:的)?(?:报告(?!如下)|工作报告)/

/** What lies further back is told as history, not copied. */
const YEARS_BACK = 3

/** The earlier year that a sentence gives to the work of a report of `year`. A sentence that names this year too compares. */
export const staleYearIn = (sentence: string, year: number): number | undefined => {
  if (sentence.includes(`${year}年`)) return undefined
  for (const pattern of OWN_WORK) {
    const found = pattern.exec(sentence)
    const named = Number(found?.[1])
    if (found === null || named >= year || named < year - YEARS_BACK) continue
    const clause = sentence.slice(found.index, sentence.indexOf(',', found.index + found[0].length) >>> 0)
    if (!OTHERWISE.test(clause)) return named
  }
  return undefined
}
