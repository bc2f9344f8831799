/** The style sheets of a page, before it is read: one may stand below what it is for. */
import { StyleSheets } from './css/style-sheet.ts'
import { eachTag } from './tags.ts'

const STYLE_TAG = /<style[\s>]/i

export const sheetsOf = (html: string, beside: readonly string[]): StyleSheets => {
  const sheets = new StyleSheets()
  for (const sheet of beside) sheets.take(sheet)
  if (!STYLE_TAG.test(html)) return sheets
  let media: string | undefined
  let sheet = ''
  eachTag(html, {
    open: (name, attributes) => {
      if (name !== 'style') return
      media = attributes.media ?? ''
      sheet = ''
    },
    text: (piece) => {
      if (media !== undefined) sheet += piece
    },
    close: (name) => {
      if (name !== 'style' || media === undefined) return
      sheets.take(sheet, media)
      media = undefined
    },
  })
  return sheets
}
