/** The parts of a MIME message, as bytes: a mail library decodes text by the charset that the part declares, which may be wrong. */

export type Part = {
  readonly type: string
  readonly charset: string | undefined
  readonly boundary: string | undefined
  /** Its name, and the name of the part to begin with, both without angle brackets. */
  readonly id: string | undefined
  readonly start: string | undefined
  readonly encoding: string
  readonly body: Uint8Array
  /** The file ends before the line that should end this part. */
  readonly cutOff: boolean
}

/** One character a byte, so that an index in the text is an index in the bytes. */
const latin1 = new TextDecoder('latin1')
const HEADER_BYTES = 64 * 1024

const parameter = (field: string, name: string): string | undefined => {
  const [, quoted, plain] = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;"]+))`, 'i').exec(field) ?? []
  return quoted ?? plain
}

const bare = (id: string | undefined): string | undefined => id?.trim().replace(/^<|>$/g, '') || undefined

/** A part is header lines, a blank line, and the body. */
export const parsePart = (bytes: Uint8Array, cutOff = false): Part => {
  const start = latin1.decode(bytes.subarray(0, HEADER_BYTES))
  const end = /^\r?\n|\r?\n\r?\n/.exec(start)
  const header = start.slice(0, end?.index ?? start.length).replace(/\r?\n[ \t]+/g, ' ')
  const field = (name: string): string => new RegExp(`^${name}:(.*)$`, 'im').exec(header)?.[1]?.trim() ?? ''
  const content = field('content-type')
  return {
    type: (content.split(';')[0] ?? '').trim().toLowerCase(),
    charset: parameter(content, 'charset'),
    boundary: parameter(content, 'boundary'),
    id: bare(field('content-id')),
    start: bare(parameter(content, 'start')),
    encoding: field('content-transfer-encoding').toLowerCase(),
    body: bytes.subarray(end === null ? bytes.length : end.index + end[0].length),
    cutOff,
  }
}

/** The parts between the boundary lines; the last one of a cut file goes to its end. */
export function* partsOf({ body, boundary }: Part): Generator<Part> {
  if (boundary === undefined || boundary === '') return
  const text = latin1.decode(body)
  const delimiter = `--${boundary}`
  let from: number | undefined
  for (let at = text.indexOf(delimiter); at !== -1; at = text.indexOf(delimiter, at + delimiter.length)) {
    if (at > 0 && text[at - 1] !== '\n') continue
    const lineEnd = text.indexOf('\n', at)
    const rest = text.slice(at + delimiter.length, lineEnd === -1 ? text.length : lineEnd).trimEnd()
    if (rest !== '' && rest !== '--') continue
    if (from !== undefined) yield parsePart(body.subarray(from, at))
    if (rest === '--' || lineEnd === -1) return
    from = lineEnd + 1
  }
  if (from !== undefined) yield parsePart(body.subarray(from), true)
}
