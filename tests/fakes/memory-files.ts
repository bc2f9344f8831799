import type { Files } from '../../shared/ports/files.ts'

/** Objects in memory; every write makes a version, as in a bucket with versions. */
export const memoryFiles = (): Files => {
  const objects = new Map<string, { version: string; bytes: Uint8Array }[]>()
  let versions = 0
  return {
    async read(key, version) {
      const all = objects.get(key)
      return (version === undefined ? all?.at(-1) : all?.find((one) => one.version === version))?.bytes
    },
    async write(key, content) {
      versions += 1
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content.slice()
      objects.set(key, [...(objects.get(key) ?? []), { version: `v${versions}`, bytes }])
    },
    async head(key) {
      const newest = objects.get(key)?.at(-1)
      return newest && { version: newest.version, bytes: newest.bytes.length }
    },
    list: async (prefix) => [...objects.keys()].filter((key) => key.startsWith(prefix)).toSorted(),
    remove: async (key) => void objects.delete(key),
  }
}
