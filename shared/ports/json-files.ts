import type { Files } from './files.ts'

/** Reads what `writeJson` wrote under the key; undefined where nothing was. The caller names the type that it was written as. */
export const readJson = async <Value>(files: Files, key: string): Promise<Value | undefined> => {
  const bytes = await files.read(key)
  return bytes === undefined ? undefined : (JSON.parse(new TextDecoder().decode(bytes)) as Value)
}

export const writeJson = (files: Files, key: string, value: unknown): Promise<void> =>
  files.write(key, JSON.stringify(value), 'application/json')
