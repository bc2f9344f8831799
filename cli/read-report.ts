import { readFile as readBytes, stat } from 'node:fs/promises'
import { inflate } from '../functions/node/inflate.ts'
import { readFile } from '../shared/readers/read-file.ts'
import { READ_LIMITS, type Reading } from '../shared/readers/reader.ts'
import { recogniseReport, unreadableReport } from '../shared/report/recognise-report.ts'
import type { Report } from '../shared/report/report.ts'
import { userPath } from './user-path.ts'

const NOT_FOUND = new Set(['ENOENT', 'EISDIR', 'ENOTDIR'])

const readingOf = async (path: string): Promise<Reading> => {
  try {
    const { size } = await stat(path)
    if (size > READ_LIMITS.fileBytes) return { unreadable: 'too-large', format: null, limit: `${READ_LIMITS.fileBytes / 1024 / 1024} MB` }
    return await readFile(await readBytes(path), { inflate, limits: READ_LIMITS })
  } catch (error) {
    if (error instanceof Error && 'code' in error && NOT_FOUND.has(String(error.code))) return { unreadable: 'not-found', format: null }
    throw error
  }
}

/** The report in a file on disk; a path that does not exist is an unreadable report. */
export const readReport = async (file: string): Promise<Report> => {
  const reading = await readingOf(userPath(file))
  return 'unreadable' in reading ? unreadableReport(reading) : recogniseReport(reading)
}
