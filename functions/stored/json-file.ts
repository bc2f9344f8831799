import * as z from 'zod/mini'
import type { Files } from '../../shared/ports/files.ts'

/** Objects of before there were schema numbers have none, and the form of 1. */
const numbered = (newest: number) => z.looseObject({ schema: z.optional(z.int().check(z.gte(1), z.lte(newest))) })

/**
 * JSON of one kind, an object for each submission. What is read is parsed, so that a wrong object fails where it is read. The schema number is raised
 * when older builds could no longer read what is written; `Schema` reads every form up to it.
 */
export const jsonFile = <Value extends object>(keyOf: (submission: string) => string, Schema: z.ZodMiniType<Value>, schema = 1) => ({
  /** Undefined where nothing was written. */
  async read(files: Pick<Files, 'read'>, submission: string): Promise<Value | undefined> {
    const bytes = await files.read(keyOf(submission))
    if (bytes === undefined) return undefined
    const { schema: _, ...value } = numbered(schema).parse(JSON.parse(new TextDecoder().decode(bytes)))
    return Schema.parse(value)
  },

  write: (files: Files, submission: string, value: Value): Promise<void> =>
    files.write(keyOf(submission), JSON.stringify({ schema, ...value }), 'application/json'),
})
