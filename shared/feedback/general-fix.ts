import type { Facts } from '../findings/finding.ts'
import type { Rule } from '../rule-kit/rule.ts'

/** Facts of no finding in particular: whatever a rule asks for is left open. */
const OPEN: Facts = new Proxy({}, { get: () => '…' })

/** What a rule tells people to do, with … where a finding names the row, column or figure. */
export const generalFix = (rule: Rule): string => rule.fix({ rule: rule.id, severity: rule.severity, places: [], facts: OPEN })
