import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Files } from '../../shared/ports/files.ts'
import { bytesBeside, isNote, readNote } from './stored-version.ts'

/** The results of submissions in a folder, to be read by their keys, and the other JSON files in it. */
export type FolderObjects = { readonly files: Pick<Files, 'read' | 'list'>; readonly others: readonly string[] }

/** Opens a folder that holds a bucket, copied by its keys, or the data of a local run; of an object with versions, the newest. */
export const openFolder = async (folder: string): Promise<FolderObjects> => {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json')).toSorted()
  const newest = new Map<string, { readonly sequence: number /** Undefined where it was deleted. */; readonly name?: string }>()
  for (const name of names.filter((each) => !isNote(each))) {
    const key = /(?:^|[\\/])([^\\/]+[\\/](?:document|report|assessment)\.json)$/.exec(name)?.[1]
    if (key !== undefined) newest.set(`submissions/${key.replaceAll('\\', '/')}`, { sequence: 0, name })
  }
  const copied = new Set(Array.from(newest.values(), ({ name }) => name))
  for (const name of names.filter(isNote)) {
    const note = readNote(await readFile(join(folder, name), 'utf8'))
    if (note === undefined || note.sequence < (newest.get(note.key)?.sequence ?? 0)) continue
    newest.set(note.key, { sequence: note.sequence, ...(!note.deleteMarker && { name: bytesBeside(name) }) })
  }
  return {
    files: {
      async read(key) {
        const name = newest.get(key)?.name
        return name === undefined ? undefined : readFile(join(folder, name))
      },
      list: async (prefix) => Array.from(newest).flatMap(([key, { name }]) => (name !== undefined && key.startsWith(prefix) ? [key] : [])),
    },
    others: names.filter((name) => !isNote(name) && !copied.has(name)),
  }
}
