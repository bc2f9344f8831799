import { readFile } from 'node:fs/promises'
import { generateKeyPair, importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { addressOf } from '../../local/addresses.ts'
import type { LocalRun } from './start-local-run.ts'

/** Tokens that the API must not take, by what is wrong with them; `rightful` is one that it takes. */
export const makeTokens = async ({ folder, ports }: LocalRun) => {
  const CLAIMS = { sub: 'clerk', role: 'clerk', agency: 'demo', iss: addressOf(ports.signIn), aud: 'nianbao' }
  const stored = JSON.parse(await readFile(`${folder}/signing-key.json`, 'utf8'))
  const own = await importJWK(stored.privateKey, 'ES256')
  const { privateKey: foreign } = await generateKeyPair('ES256')
  const sign = (key: Parameters<SignJWT['sign']>[0], claims: JWTPayload, expires = '1h') =>
    new SignJWT(claims).setProtectedHeader({ alg: 'ES256' }).setIssuedAt().setExpirationTime(expires).sign(key)
  return {
    rightful: await sign(own, CLAIMS),
    bad: {
      none: undefined,
      'no token at all': 'abc',
      'of an unknown key': await sign(foreign, CLAIMS),
      unsigned: new UnsecuredJWT(CLAIMS).setExpirationTime('1h').encode(),
      expired: await sign(own, CLAIMS, '-1s'),
      'for another service': await sign(own, { ...CLAIMS, aud: 'other' }),
      'of another issuer': await sign(own, { ...CLAIMS, iss: 'other' }),
    },
  }
}
