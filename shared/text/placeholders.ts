/** What was left to be filled in. `forFact`: a figure, a date or an agency should stand there, or the template itself still speaks. */
export type Placeholder = { readonly printed: string; readonly forFact: boolean }

/** ××, XX, ____, □□, ○○, …: signs for what is to come, not within a word, a masked number or an address. */
const SIGNS = /(?<![\p{Script=Latin}\d@._/×*✕╳□○◯])(?:[×xX✕╳]{2,}|_{2,}|[□○◯]{2,}|\*{2,})(?![\p{Script=Latin}\d@/×*✕╳□○◯])/gu
/** What the form and its templates tell the writer, in brackets. */
const TEMPLATE_HINT =
  /[(【[〔](?:文字描述[^)】\]〕]{0,30}|(?:此处|这里|请)[^)】\]〕]{0,12}填写?[^)】\]〕]{0,12}|待(?:填写?|补充?|定)|单位(?:名称|全称)|机关(?:名称|全称)|年份|填写[^)】\]〕]{0,12})[)】\]〕]/g

const FACT_BEHIND =
  /^(?:余|多)?(?:[件条次个份项宗篇期场批人名户家起处例%年月日元万亿]|(?:县|市|区|镇|乡|省)?(?:局|委员会|委|厅|办公室|街道|人民政府|单位|部门|机关)|[县市区镇乡省](?!场))/
const FACT_BEFORE = /(?:共|计|达|为|约|第)$/
/** Somebody or some place that is meant to stay unnamed. */
const UNNAMED_BEFORE = /(?:某|[张王李赵刘陈杨黄周吴]|先生|女士)$/
const UNNAMED_BEHIND = /^(?:某|[村社]|小区|公司|企业|先生|女士|路|号)/

/** A quantity left out: blanks before a measure word that ends its clause (主动公开信息  条), or two and more before any. */
const LEFT_OUT =
  /\p{Script=Han}(?:[ \t]{2,}(?:余|多)?(?:[件次个份项期篇场起]|条(?![例款件]))|[ \t](?:余|多)?[件条次份项篇场起](?=[,。;、)]|$))/gmu

/** The placeholders of a text. 某XX村 is how people and villages are kept unnamed, and none. */
export const placeholdersIn = (text: string): Placeholder[] => {
  const line = text.normalize('NFKC').replace(/\s+/g, '')
  const hints = Array.from(line.matchAll(TEMPLATE_HINT), ([printed]) => ({ printed, forFact: true }))
  const signs = Array.from(line.matchAll(SIGNS)).flatMap(({ 0: printed, index }) => {
    const [before, behind] = [line.slice(Math.max(0, index - 4), index), line.slice(index + printed.length)]
    if (UNNAMED_BEFORE.test(before) || UNNAMED_BEHIND.test(behind)) return []
    return [{ printed, forFact: FACT_BEHIND.test(behind) || FACT_BEFORE.test(before) }]
  })
  const leftOut = (text.normalize('NFKC').match(LEFT_OUT) ?? []).map((printed) => ({
    printed: printed.replace(/[ \t]+/, ' '),
    forFact: true,
  }))
  return [...hints, ...signs, ...leftOut]
}
