import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Files } from '../../shared/ports/files.ts'
import { memoryFiles } from '../fakes/memory-files.ts'
import { startBuckets } from './embedded-buckets.ts'

const adapters: [string, () => Promise<{ files: Files; close(): Promise<void> }>][] = [
  ['memory', async () => ({ files: memoryFiles(), close: async () => {} })],
  [
    'S3',
    async () => {
      const { ports, close } = await startBuckets()
      return { files: ports.uploads, close }
    },
  ],
]

const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes)

describe.each(adapters)('files: %s', (_name, start) => {
  let files: Files
  let close: () => Promise<void>
  beforeAll(async () => {
    const started = await start()
    files = started.files
    close = started.close
  })
  afterAll(() => close())

  it('gives back text and bytes as they were written', async () => {
    await files.write('a/文件 1.json', '{"句":"好"}', 'application/json')
    const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251)
    await files.write('a/bytes', bytes, 'application/octet-stream')
    expect(text(await files.read('a/文件 1.json'))).toBe('{"句":"好"}')
    expect(Buffer.compare((await files.read('a/bytes')) ?? new Uint8Array(), bytes)).toBe(0)
  })

  it('has nothing where nothing was written', async () => {
    expect(await files.read('nothing')).toBeUndefined()
    expect(await files.head('nothing')).toBeUndefined()
    await files.remove('nothing')
  })

  it('keeps every version readable, and heads the newest', async () => {
    await files.write('versions', 'first', 'text/plain')
    const first = await files.head('versions')
    await files.write('versions', 'second!', 'text/plain')
    const second = await files.head('versions')
    expect(first?.bytes).toBe(5)
    expect(second?.bytes).toBe(7)
    expect(text(await files.read('versions'))).toBe('second!')
    expect(text(await files.read('versions', first?.version))).toBe('first')
    expect(text(await files.read('versions', second?.version))).toBe('second!')
  })

  it('lists the keys under a prefix in order, without those removed', async () => {
    for (const key of ['list/c', 'list/a', 'list/b/1', 'listed-not']) await files.write(key, 'x', 'text/plain')
    await files.remove('list/c')
    expect(await files.list('list/')).toEqual(['list/a', 'list/b/1'])
    expect(await files.read('list/c')).toBeUndefined()
  })
})
