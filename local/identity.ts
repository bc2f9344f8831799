import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Role } from '../shared/submission/permissions.ts'
import { makeFolder, writeDurably } from './durable-files.ts'

const ALGORITHM = 'ES256'
export const AUDIENCE = 'nianbao'
/** A token without a sign-in, as `--once` has it, is good for a working day and some. */
const LIFETIME = '12h'

const StoredKey = z.object({ publicKey: z.looseObject({}), privateKey: z.looseObject({}) })

/** Who a token is for; `agency` is the unit a clerk files for, `scope` the part of the registry that a reviewer is bound to. */
export type Person = { readonly sub: string; readonly role: Role; readonly agency?: string; readonly scope?: readonly string[] }

/** What a token says of a person, beside who it is. */
export const personClaims = ({ role, agency, scope }: Person): Record<string, unknown> => ({
  role,
  ...(agency !== undefined && { agency }),
  ...(scope && { scope: scope.join(' ') }),
})

export type Identity = {
  /** The key that tokens are signed with. */
  readonly privateJwk: JWK
  issueToken(person: Person): Promise<string>
  /** The claims of a valid token, checked as the cloud's authorizer does; undefined for any other. */
  claimsOf(token: string): Promise<Record<string, unknown> | undefined>
}

const readOrMakeKey = async (folder: string) => {
  const path = join(folder, 'signing-key.json')
  try {
    return StoredKey.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  const pair = await generateKeyPair(ALGORITHM, { extractable: true })
  const key = { publicKey: await exportJWK(pair.publicKey), privateKey: await exportJWK(pair.privateKey) }
  await makeFolder(folder)
  await writeDurably(path, JSON.stringify(key))
  return key
}

/** Signs and checks the tokens of a run's issuer, with a key that lives in the data folder. */
export const openIdentity = async (folder: string, issuer: string): Promise<Identity> => {
  const stored = await readOrMakeKey(folder)
  const privateKey = await importJWK(stored.privateKey as JWK, ALGORITHM)
  const publicKey = await importJWK(stored.publicKey as JWK, ALGORITHM)
  return {
    privateJwk: stored.privateKey as JWK,
    issueToken: (person) =>
      new SignJWT(personClaims(person))
        .setProtectedHeader({ alg: ALGORITHM })
        .setSubject(person.sub)
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(LIFETIME)
        .sign(privateKey),
    claimsOf: async (token) => {
      const verified = await jwtVerify(token, publicKey, { issuer, audience: AUDIENCE, algorithms: [ALGORITHM] }).catch(() => undefined)
      return verified?.payload
    },
  }
}
