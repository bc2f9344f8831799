import { decodeJwt } from 'jose'
import { callerOf } from '../../shared/submission/claims.ts'
import type { Caller } from '../../shared/submission/permissions.ts'

const KEY = 'nianbao-token'

type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The token that came with the address (`#token=…`), else the one kept from before. A new one is kept until the tab is closed. */
export const takeToken = (hash: string, keep: Keep): string | null => {
  const given = new URLSearchParams(hash.replace(/^#\/?/, '')).get('token')
  if (given !== null && given !== '') keep.setItem(KEY, given)
  return keep.getItem(KEY)
}

export const forgetToken = (keep: Keep): void => keep.removeItem(KEY)

/** Who the token says is here; for display only, the service checks it by itself. Null for what is no token of ours. */
export const callerIn = (token: string): Caller | null => {
  try {
    return callerOf(decodeJwt(token))
  } catch {
    return null
  }
}
