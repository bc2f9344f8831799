import { sha256Of } from '../document/content-hash.ts'
import { RULES } from './catalogue.ts'

/** Version of the program, as in package.json. */
export const ENGINE = '0.1.0'

/** Raised by hand whenever a rule or the reading of files judges otherwise than before: see `docs/decisions/reproducible-verdict.md`. */
const REVISION = 2

let digest: Promise<string> | undefined

/** Digest of the rules at hand: their order, ids, severities and years, and the revision of what they do. */
export const ruleSetDigest = (): Promise<string> => {
  const rules = RULES.map(({ id, severity, years, needs }) => ({ id, severity, years, needs }))
  digest ??= sha256Of(new TextEncoder().encode(JSON.stringify({ revision: REVISION, rules })))
  return digest
}
