import * as z from 'zod/mini'
import type { Files } from '../../shared/ports/files.ts'

/** Raised when older builds could no longer read what is written. Objects of before there were numbers have none, and the form of 1. */
const SCHEMA = 1
const Numbered = z.looseObject({ schema: z.optional(z.literal(SCHEMA)) })

/** JSON of one kind, an object for each submission. What is read is parsed, so that a wrong object fails where it is read. */
export const jsonFile = <Value extends object>(keyOf: (submission: string) => string, Schema: z.ZodMiniType<Value>) => ({
  /** Undefined where nothing was written. */
  async read(files: Pick<Files, 'read'>, submission: string): Promise<Value | undefined> {
    const bytes = await files.read(keyOf(submission))
    if (bytes === undefined) return undefined
    const { schema: _, ...value } = Numbered.parse(JSON.parse(new TextDecoder().decode(bytes)))
    return Schema.parse(value)
  },

  write: (files: Files, submission: string, value: Value): Promise<void> =>
    files.write(keyOf(submission), JSON.stringify({ schema: SCHEMA, ...value }), 'application/json'),
})
