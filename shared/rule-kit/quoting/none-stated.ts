import { scopeOf } from './quote-scope.ts'
import { CASES, type Quantity, RECEIVED, RECONSIDERATIONS } from './quoted-quantities.ts'

const NOT = '(?:未|没有|无|尚未|从未|尚无)'
const BY_WHOM = '(?:公民|法人|[、和或及]|其他|组织|社会公众|群众|个人|提出|提交|的)*'
const CASE = '(?:的?(?:案件|申请|情况|事项))*'

/**
 * That there were none, to the end of a clause: what follows would tell that something else did not happen to the request or the
 * case (it was not charged, not appealed, not lost).
 */
const NONE: readonly (readonly [Quantity, RegExp])[] = [
  [
    RECEIVED,
    new RegExp(
      `${NOT}(?:有)?(?:收到|接收?到|受理)?(?:[和或]?(?:办理|处理))?(?:过|任何|到)?${BY_WHOM}(?:依申请公开(?:政府信息)?(?:的)?(?:申请|事项|件|信息)*|(?:政府)?信息公开(?:的)?申请(?:事项|件)?|申请公开(?:政府)?信息(?:的)?(?:事项|申请|情况)?)$`,
    ),
  ],
  [RECONSIDERATIONS, new RegExp(`${NOT}[^,]{0,30}行政复议${CASE}(?:发生)?$`)],
  [CASES, new RegExp(`${NOT}[^,]{0,30}行政复议${CASE}(?:[、和及或与]|以及)(?:被)?(?:提起)?行政诉讼${CASE}(?:发生)?$`)],
]

/** Words that stand further off say nothing of a clause. */
const NEAR = 200

type NoneStated = { readonly quantity: Quantity; readonly printed: string; readonly scope: 'whole' | 'area' }

/** The clauses of a sentence that say that there were none. */
export const noneStatedIn = (sentence: string, year: number | null, isGovernment: boolean): NoneStated[] => {
  let head = ''
  return sentence.split(',').flatMap((clause) => {
    head += `${clause},`
    return NONE.flatMap(([quantity, words]): NoneStated[] => {
      const printed = words.exec(clause)?.[0]
      if (printed === undefined) return []
      const scope = scopeOf({ head: head.slice(-NEAR), clause: clause.replace(printed, ''), lead: clause }, year, isGovernment)
      return scope === 'other' ? [] : [{ quantity, printed, scope }]
    })
  })
}
