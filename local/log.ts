import { appendFile, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Log } from '../shared/ports/log.ts'

/** One JSON line each in a file, so that the terminal stays for the person. */
export const fileLog = (path: string): Log => {
  const write =
    (level: string): Log['info'] =>
    (message, facts = {}, cause) => {
      const error = cause instanceof Error ? { error: cause.stack ?? cause.message } : cause === undefined ? {} : { error: String(cause) }
      const line = `${JSON.stringify({ at: new Date().toISOString(), level, message, ...facts, ...error })}\n`
      void mkdir(dirname(path), { recursive: true })
        .then(() => appendFile(path, line))
        .catch(() => {}) // a full disk is told of by what cannot be kept there
    }
  return { info: write('info'), warn: write('warn'), error: write('error') }
}
