import { HtmlValidate, type RuleConfig } from 'html-validate'

/** The renderer closes void elements (`<meta/>`) and leaves `>` in text as it is, which browsers read alike. */
const RENDERERS_WAY: RuleConfig = { 'void-style': ['error', { style: 'selfclosing' }], 'no-raw-characters': 'off' }

/** Mail clients want what pages should not have: styles on each element, the old `align`. */
export const MAIL_WAY: RuleConfig = { 'no-inline-style': 'off', 'no-deprecated-attr': 'off' }

/** What html-validate finds wrong, one line each. */
export const htmlFaults = async (html: string, rules: RuleConfig = {}): Promise<string[]> => {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'], rules: { ...RENDERERS_WAY, ...rules } })
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) => messages.map(({ ruleId, line, column, message }) => `${line}:${column} ${ruleId}: ${message}`))
}
