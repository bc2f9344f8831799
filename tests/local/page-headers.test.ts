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

it.each([`${run.portal}/`, `${run.portal}/api/openapi.json`])('%s is compressed for who takes it', async (address) => {
  const { headers } = await fetch(address, { headers: { 'accept-encoding': 'gzip' } })
  // The page itself is too short to be worth it.
  expect(headers.get('content-encoding')).toBe(address.endsWith('.json') ? 'gzip' : null)
})
