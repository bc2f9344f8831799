const ANY_FILE = 'application/octet-stream'

/** What browsers call the formats that we read; a machine without the office suite calls a docx a zip, or nothing at all. */
const ACCEPTED: ReadonlySet<string> = new Set([
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-works',
  'application/kswps',
  'application/kset',
  'application/wps-office.wps',
  'application/wps-office.doc',
  'application/wps-office.docx',
  'application/wps-office.et',
  'application/wps-office.xls',
  'application/wps-office.xlsx',
  'application/rtf',
  'text/rtf',
  'application/vnd.oasis.opendocument.text',
  'application/pdf',
  'application/ofd',
  'text/html',
  'application/xhtml+xml',
  'message/rfc822',
  'multipart/related',
  'application/x-mimearchive',
  'text/plain',
  'application/zip',
  'application/x-zip-compressed',
  ANY_FILE,
])

/** The content type that an upload is signed for, without parameters; undefined for one that no report has. */
export const uploadContentType = (declared: string): string | undefined => {
  const [type = ''] = declared.toLowerCase().split(';')
  const contentType = type.trim() || ANY_FILE
  return ACCEPTED.has(contentType) ? contentType : undefined
}
