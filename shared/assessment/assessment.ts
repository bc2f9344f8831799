import type { Remark } from '../document/reading.ts'
import type { Finding } from '../findings/finding.ts'
import type { Equation } from '../form/equations.ts'
import type { Figure } from '../report/report.ts'

/** A cell, and the number that belongs there. */
export type Repair = { readonly figure: Figure; readonly value: number }

/** The fewest cells that mend a group of sums that do not hold, or that fill a blank; `mends` are those sums, none for a blank. */
export type RepairHint = { readonly changes: readonly Repair[]; readonly mends: readonly Pick<Disagreement, 'rule' | 'name'>[] }

/** A sum that does not hold, by its name in the form; `difference` is the right side less the left. */
export type Disagreement = { readonly rule: Equation['rule']; readonly name: string; readonly difference: number }

/** What was judged and by what: the same three, and the same that is known beside the file, give the same verdict anywhere. */
export type Provenance = {
  /** Hex, of the file as it came; null where there was none to read. */
  readonly sha256: string | null
  /** Digest of the rules that ran. */
  readonly ruleSet: string
  /** Version of the program that read the file. */
  readonly engine: string
}

/** Everything that a check makes of a file, as it is stored beside the report. */
export type Assessment = Provenance & {
  readonly findings: readonly Finding[]
  readonly repairs: readonly RepairHint[]
  readonly disagreements: readonly Disagreement[]
  /** What the reader did with the file that its author should know of. */
  readonly remarks: readonly Remark[]
}
