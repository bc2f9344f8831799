import { PAGE } from '../ofd/page-setter.ts'

const encoder = new TextEncoder()

const POINTS = 72 / 25.4
export const points = (millimetres: number): string => (millimetres * POINTS).toFixed(2)
/** A height from the bottom of the page, told from its top. */
export const up = (y: number): number => PAGE.height - y

/** Joins numbered objects into a PDF file, with the table that says where each begins. Object 1 is the catalog. */
export const pdfFile = (objects: readonly string[], trailer: string): Uint8Array => {
  let text = '%PDF-1.7\n'
  const starts = objects.map((object, index) => {
    const at = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const entries = starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`
  return encoder.encode(
    `${text}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`,
  )
}

export const pdfStream = (content: string, entries = ''): string =>
  `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`

export const hex = (text: string): string =>
  Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0')).join('')
