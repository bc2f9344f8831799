import * as z from 'zod/mini'
import { type Caller, ROLES } from './permissions.ts'

const text = z.string().check(z.minLength(1))
const texts = z.union([z.string(), z.array(z.string())])
const Claims = z.object({ sub: text, role: z.optional(z.enum(ROLES)), agency: z.optional(text), scope: z.optional(texts) })

/** What a provider itself puts into `scope`, by OpenID Connect and by Cognito. */
const OF_PROVIDERS = ['openid', 'profile', 'email', 'phone', 'address', 'offline_access']
const isOfProvider = (word: string): boolean => OF_PROVIDERS.includes(word) || word.startsWith('aws.cognito.') || word.includes('/')

/** The words of a `scope`. API Gateway hands an array on as text, in brackets. */
const wordsOf = (scope: z.output<typeof texts>): string[] =>
  typeof scope === 'string'
    ? scope
        .replace(/^\[(.*)\]$/, '$1')
        .split(/[\s,]+/)
        .filter((word) => word !== '')
    : scope

/** What a provider that knows no claims of ours says of a program: the scope `nianbao/<agency>`, that of one agency. */
const FILING_SCOPES = 'nianbao'
const filingFor = (words: readonly string[]): string | undefined => {
  const agencies = words.flatMap((word) => (word.startsWith(`${FILING_SCOPES}/`) ? [word.slice(FILING_SCOPES.length + 1)] : []))
  return agencies.length === 1 ? agencies[0] : undefined
}

/**
 * Who calls, by the claims of a token that was checked: `sub`, `role`, for a clerk `agency`, and for a reviewer who looks after a part of the registry the ids
 * of its topmost agencies in `scope`. A program without a role files for the one agency of its scope. Null where nothing says what the caller may do.
 */
export const callerOf = (claims: unknown): Caller | null => {
  const read = z.safeParse(Claims, claims)
  if (!read.success) return null
  const { sub: person, role, agency, scope = '' } = read.data
  const words = wordsOf(scope)
  if (role === undefined) {
    const own = filingFor(words)
    return own === undefined ? null : { person, role: 'clerk', agency: own, scope: null }
  }
  const part = words.filter((word) => !isOfProvider(word))
  return {
    person,
    role,
    agency: role === 'clerk' ? (agency ?? null) : null,
    scope: role === 'reviewer' && part.length > 0 ? part : null,
  }
}
