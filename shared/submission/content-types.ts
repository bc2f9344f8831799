const ANY_FILE = 'application/octet-stream'

/** What may be handed in: what people call it, and what browsers call it. */
const HANDED_IN: readonly { readonly word: string; readonly types: readonly string[] }[] = [
  {
    word: 'Word',
    types: [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/msword',
      'application/rtf',
      'text/rtf',
      'application/vnd.oasis.opendocument.text',
    ],
  },
  {
    word: 'WPS',
    types: [
      'application/vnd.ms-works',
      'application/kswps',
      'application/kset',
      'application/wps-office.wps',
      'application/wps-office.doc',
      'application/wps-office.docx',
      'application/wps-office.et',
      'application/wps-office.xls',
      'application/wps-office.xlsx',
    ],
  },
  { word: 'Excel', types: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/vnd.ms-excel'] },
  { word: 'PDF', types: ['application/pdf'] },
  { word: 'OFD', types: ['application/ofd'] },
  {
    word: '网页',
    types: ['text/html', 'application/xhtml+xml', 'message/rfc822', 'multipart/related', 'application/x-mimearchive'],
  },
  { word: '纯文本', types: ['text/plain'] },
]

/** A machine without the office suite calls a docx a zip, or nothing at all. */
const ACCEPTED: ReadonlySet<string> = new Set([
  ...HANDED_IN.flatMap(({ types }) => types),
  'application/zip',
  'application/x-zip-compressed',
  ANY_FILE,
])

const words = HANDED_IN.map(({ word }) => word)
/** The formats that may be handed in, for a sentence: `甲、乙或丙`. */
export const FORMATS_IN_WORDS = `${words.slice(0, -1).join('、')}或${words.at(-1)}`

/** The content type that an upload is signed for, without parameters; undefined for one that no report has. */
export const uploadContentType = (declared: string): string | undefined => {
  const [type = ''] = declared.toLowerCase().split(';')
  const contentType = type.trim() || ANY_FILE
  return ACCEPTED.has(contentType) ? contentType : undefined
}
