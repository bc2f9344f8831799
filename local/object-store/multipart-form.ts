import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy } from '@fastify/busboy'
import { S3Error } from './errors.ts'

export type Form = {
  /** What came before the file, by name in lower case. What comes after it is ignored, as S3 does. */
  readonly fields: ReadonlyMap<string, string>
  readonly filename: string
  readonly file: AsyncIterable<Uint8Array>
  /** Lets the rest of the form run out unread: the parser waits for its file. */
  readonly skip: () => void
  /** Resolved when the form was whole to its very end. */
  readonly whole: Promise<void>
}

const limits = { fieldSize: 20 * 1024, fields: 100, files: 1, headerPairs: 100 }
const malformed = () => new S3Error('MalformedPOSTRequest', 'The body of your POST request is not well-formed multipart/form-data.')
const tooMuch = () => new S3Error('MaxPostPreDataLengthExceeded', 'Your POST request fields preceding the upload file were too large.')

const openParser = (contentType: string) => {
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits, isPartAFile: (name) => name?.toLowerCase() === 'file' })
  } catch {
    throw malformed()
  }
}

async function* contentOf(file: Readable): AsyncIterable<Uint8Array> {
  try {
    yield* file.iterator({ destroyOnReturn: false })
  } catch {
    throw malformed()
  }
}

/** Reads a form up to its file, which is then there to be streamed. */
export const readForm = (request: IncomingMessage) =>
  new Promise<Form>((resolve, reject) => {
    const contentType = request.headers['content-type'] ?? ''
    if (!/^multipart\/form-data;/i.test(contentType))
      throw new S3Error('PreconditionFailed', 'Bucket POST must be of the enclosure-type multipart/form-data')
    const parser = openParser(contentType)
    const fields = new Map<string, string>()
    let problem: S3Error | null = null
    let opened: Readable | null = null
    const whole = pipeline(request.iterator({ destroyOnReturn: false }), parser).then(
      () => {
        if (problem) throw problem
        if (!opened) throw new S3Error('InvalidArgument', 'POST requires exactly one file upload per request.')
      },
      () => {
        throw malformed()
      },
    )
    // Whoever reads the file must learn that no more comes, and nobody may be waiting for `whole` yet.
    whole.catch((error) => {
      opened?.destroy(error)
      reject(error)
    })
    parser.on('field', (name: string, value: string, _nameTruncated: boolean, truncated: boolean) => {
      if (opened) return
      if (truncated) problem ??= tooMuch()
      if (fields.has(name.toLowerCase())) problem ??= new S3Error('InvalidArgument', `The form field ${name} is given twice.`)
      fields.set(name.toLowerCase(), value)
    })
    parser.on('fieldsLimit', () => {
      problem ??= tooMuch()
    })
    parser.on('filesLimit', () => {
      problem ??= new S3Error('InvalidArgument', 'POST requires exactly one file upload per request.')
    })
    parser.on('file', (_name: string, file: Readable, filename: string | undefined) => {
      opened = file
      file.on('error', () => {})
      if (problem) file.resume()
      else resolve({ fields, filename: filename ?? '', file: contentOf(file), skip: () => void file.resume(), whole })
    })
  })
