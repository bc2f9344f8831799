import { RULES } from '../shared/assessment/catalogue.ts'
import { ruleBook, ruleEntry } from '../shared/feedback/rule-book.ts'
import { optionsOf } from './options.ts'

/** `nianbao rules`: the rule book as Markdown, or as JSON. */
export const rules = async (args: readonly string[]): Promise<number> => {
  const { values } = optionsOf({ args: [...args], options: { json: { type: 'boolean' } } })
  process.stdout.write(values.json ? `${JSON.stringify({ schema: 1, rules: RULES.map(ruleEntry) }, null, 2)}\n` : ruleBook(RULES))
  return 0
}
