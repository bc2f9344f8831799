import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { startRun } from '../journey/start-local-run.ts'

const run = await startRun()
afterAll(run.end)

const PAGES = [
  `${run.portal}/`,
  `${run.portal}/config.js`,
  `${run.portal}/api/openapi.json`,
  `${run.portal}/api/submissions`,
  `${run.mail}/`,
]

it.each(PAGES)('%s is answered with strict headers', async (address) => {
  const { headers } = await fetch(address)
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:\/\/(?!127\.0\.0\.1)/)
  expect([headers.get('x-content-type-options'), headers.get('referrer-policy')]).toEqual(['nosniff', 'no-referrer'])
})

/** A script of a few hundred bytes at most. */
const ASSETS = fileURLToPath(new URL('../../dist/portal/assets', import.meta.url))
const sizes = await Promise.all((await readdir(ASSETS)).map(async (name) => ({ name, size: (await stat(join(ASSETS, name))).size })))
const shortest = sizes.toSorted((one, other) => one.size - other.size)[0]?.name

it.each([
  [`${run.portal}/`, 'gzip'],
  [`${run.portal}/api/openapi.json`, 'gzip'],
  [`${run.portal}/assets/${shortest}`, null], // too short to be worth it
])('%s is compressed for who takes it, by %s', async (address, encoding) => {
  const { headers } = await fetch(address, { headers: { 'accept-encoding': 'gzip' } })
  expect(headers.get('content-encoding')).toBe(encoding)
})
