/** Objects of one bucket. */
export type Files = {
  /** The object's bytes, of one version where named; undefined where there is none. */
  read(key: string, version?: string): Promise<Uint8Array | undefined>
  write(key: string, content: string | Uint8Array, contentType: string): Promise<void>
  /** The newest version of the object; undefined where there is none. */
  head(key: string): Promise<{ readonly version: string; readonly bytes: number } | undefined>
  /** Keys under a prefix, in order. */
  list(prefix: string): Promise<string[]>
  remove(key: string): Promise<void>
}
