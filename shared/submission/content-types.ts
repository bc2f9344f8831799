import { FORMATS, type ReadFormat } from '../readers/registry.ts'

const ANY_FILE = 'application/octet-stream'

/** What people call the formats, each with its content types. */
const called = FORMATS.flatMap((format: ReadFormat) => Object.entries(format.called))

/** A machine without the office suite calls a docx a zip, or nothing at all. */
const ACCEPTED: ReadonlySet<string> = new Set([
  ...called.flatMap(([, types]) => types),
  'application/zip',
  'application/x-zip-compressed',
  ANY_FILE,
])

const words = [...new Set(called.map(([word]) => word))]
/** The formats that may be handed in, for a sentence: `甲、乙或丙`. */
export const FORMATS_IN_WORDS = `${words.slice(0, -1).join('、')}或${words.at(-1)}`

/** The content type that an upload is signed for, without parameters; undefined for one that no report has. */
export const uploadContentType = (declared: string): string | undefined => {
  const [type = ''] = declared.toLowerCase().split(';')
  const contentType = type.trim() || ANY_FILE
  return ACCEPTED.has(contentType) ? contentType : undefined
}
