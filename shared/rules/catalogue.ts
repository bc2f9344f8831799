import type { Rule } from './rule.ts'
import { table3Balance } from './table3-balance.ts'

/** Every rule, in the order in which feedback lists its findings. */
export const RULES: readonly Rule[] = [table3Balance]

const byId = new Map(RULES.map((rule) => [rule.id, rule]))

/** Throws on an unknown id, which is our own mistake: ids in the store never change. */
export const ruleById = (id: string): Rule => {
  const rule = byId.get(id)
  if (rule === undefined) throw new RangeError(`no rule ${id}`)
  return rule
}
