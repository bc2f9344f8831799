import type { Remark } from '../readers/reader.ts'
import type { Finding } from './finding.ts'
import type { Disagreement, RepairHint } from './repair-hint.ts'

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
  readonly repair: RepairHint | null
  readonly disagreements: readonly Disagreement[]
  /** What the reader did with the file that its author should know of. */
  readonly remarks: readonly Remark[]
}
