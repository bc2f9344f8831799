import { readFile as readBytes, stat } from 'node:fs/promises'
import { readTools } from '../functions/node/read-tools.ts'
import { sha256Of } from '../shared/document/content-hash.ts'
import type { Reading, Unreadable } from '../shared/document/reading.ts'
import { readFile, readSigns } from '../shared/readers/read-file.ts'
import { READ_LIMITS, type ReadTools } from '../shared/readers/reader.ts'
import { type FileSigns, isPdf } from '../shared/readers/signatures.ts'
import { reportOf } from '../shared/report/recognise-report.ts'
import type { Report } from '../shared/report/report.ts'
import { userPath } from './user-path.ts'

const NOT_FOUND = new Set(['ENOENT', 'EISDIR', 'ENOTDIR'])

type FileRead = { readonly reading: Reading; readonly sha256: string | null }

const unread = (reading: Unreadable): FileRead => ({ reading, sha256: null })

/** The library that reads PDF is the only one that cannot be bounded from within. */
const readGuardedly = async (signs: FileSigns, tools: ReadTools): Promise<Reading> =>
  isPdf(signs)
    ? (await import('./guarded-reading.ts')).readGuarded({ bytes: signs.bytes, milliseconds: tools.limits.milliseconds }, 'pdf')
    : readSigns(signs, tools)

/** Each of several files that are read at the same time waits for the others, and so may take as many times as long. */
const toolsFor = (atOnce: number): ReadTools => ({
  ...readTools,
  limits: { ...READ_LIMITS, milliseconds: READ_LIMITS.milliseconds * atOnce },
})

const readingOf = async (path: string, atOnce: number): Promise<FileRead> => {
  try {
    const { size } = await stat(path)
    if (size > READ_LIMITS.fileBytes)
      return unread({ unreadable: 'too-large', format: null, limit: `${READ_LIMITS.fileBytes / 1024 / 1024} MB` })
    const bytes = await readBytes(path)
    return { reading: await readFile(bytes, toolsFor(atOnce), readGuardedly), sha256: await sha256Of(bytes) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && NOT_FOUND.has(String(error.code)))
      return unread({ unreadable: 'not-found', format: null })
    throw error
  }
}

/** The report in a file on disk, and the file's hash; a path that does not exist is an unreadable report. `atOnce`: how many files are read at the same time. */
export const readReport = async (file: string, atOnce = 1): Promise<{ report: Report; sha256: string | null }> => {
  const { reading, sha256 } = await readingOf(userPath(file), atOnce)
  return { report: reportOf(reading), sha256 }
}
