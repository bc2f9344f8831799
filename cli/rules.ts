import { generalFix } from '../shared/feedback/general-fix.ts'
import { ruleBook } from '../shared/feedback/rule-book.ts'
import { RULES } from '../shared/rules/catalogue.ts'
import { optionsOf } from './options.ts'

/** `nianbao rules`: the rule book as Markdown, or as JSON. */
export const rules = async (args: readonly string[]): Promise<number> => {
  const { values } = optionsOf({ args: [...args], options: { json: { type: 'boolean' } } })
  const entries = RULES.map((rule) => {
    const { id, severity, severityNote, title, basis, years, needs, example } = rule
    return {
      id,
      severity,
      ...(severityNote !== undefined && { severityNote }),
      title,
      basis,
      years,
      needs,
      example,
      fix: generalFix(rule),
    }
  })
  process.stdout.write(values.json ? `${JSON.stringify({ schema: 1, rules: entries }, null, 2)}\n` : ruleBook(RULES))
  return 0
}
