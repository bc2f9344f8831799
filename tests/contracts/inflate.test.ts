import { randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inflate as inNode } from '../../functions/node/inflate.ts'
import { inflate as inBrowser } from '../../portal/inflate.ts'
import { type Inflate, InflateError } from '../../shared/readers/inflate.ts'

const CASES: Record<string, Uint8Array> = {
  'one byte': Uint8Array.of(7),
  'a few words': new TextEncoder().encode('政府信息公开工作年度报告'),
  'noise that does not shrink': randomBytes(70_000),
  'a small file that unpacks to 6 MB': new Uint8Array(6 * 1024 * 1024).fill(65),
  'nothing at all': new Uint8Array(0),
}

const outcome = async (inflate: Inflate, deflated: Uint8Array, maxBytes: number): Promise<string> => {
  try {
    return Buffer.from(await inflate(deflated, maxBytes)).toString('base64')
  } catch (error) {
    if (error instanceof InflateError) return error.reason
    throw error
  }
}

for (const [name, inflate] of Object.entries({ 'node zlib': inNode, DecompressionStream: inBrowser }))
  describe(`inflate by ${name}`, () => {
    for (const [what, bytes] of Object.entries(CASES)) {
      const deflated = deflateRawSync(bytes)
      it(`yields ${what}, byte for byte`, async () => {
        expect(await outcome(inflate, deflated, bytes.length)).toBe(Buffer.from(bytes).toString('base64'))
        expect(await outcome(inflate, deflated, bytes.length + 1000)).toBe(Buffer.from(bytes).toString('base64'))
      })
      if (bytes.length > 0)
        it(`stops ${what} at one byte too many`, async () => {
          expect(await outcome(inflate, deflated, bytes.length - 1)).toBe('too-large')
        })
    }

    it('stops a bomb long before its end', async () => {
      const bomb = deflateRawSync(new Uint8Array(20 * 1024 * 1024))
      // Whoever reads as far as the last tenth finds it broken.
      bomb.fill(0xff, Math.floor(bomb.length * 0.9))
      expect(await outcome(inflate, bomb, 20 * 1024 * 1024)).toBe('damaged')
      expect(await outcome(inflate, bomb, 1000)).toBe('too-large')
    })

    it.each([1, 2, 10, 100])('tells a stream cut short by %i bytes', async (missing) => {
      const deflated = deflateRawSync(randomBytes(1000))
      expect(await outcome(inflate, deflated.subarray(0, -missing), 2000)).toBe('damaged')
    })

    it('tells bytes that are no stream', async () => {
      expect(await outcome(inflate, new Uint8Array(100).fill(0xff), 2000)).toBe('damaged')
      expect(await outcome(inflate, new Uint8Array(0), 2000)).toBe('damaged')
    })

    it('never takes bytes behind the end of the stream for its own', async () => {
      const bytes = CASES['a few words'] ?? new Uint8Array(0)
      const answer = await outcome(inflate, Buffer.concat([deflateRawSync(bytes), Buffer.from('more')]), 2000)
      // The standard says `damaged`; the DecompressionStream of Node 20 passes over them.
      expect(['damaged', Buffer.from(bytes).toString('base64')]).toContain(answer)
    })
  })

it('both give the same answer wherever one byte of a stream is changed', async () => {
  const deflated = deflateRawSync(Buffer.from('本机关收到政府信息公开申请,均已答复。'.repeat(20)))
  const answers = new Set<string>()
  for (const index of deflated.keys()) {
    const changed = Buffer.from(deflated)
    changed[index] = (changed[index] ?? 0) ^ 0x41
    const inNodeAnswer = await outcome(inNode, changed, 5000)
    expect(await outcome(inBrowser, changed, 5000)).toBe(inNodeAnswer)
    answers.add(inNodeAnswer)
  }
  expect(answers).toContain('damaged')
})
