/** The style sheets of a page, before it is read: one may stand below what it is for. */
import { StyleSheets } from './css/style-sheet.ts'
import { eachTag } from './tags.ts'

const STYLE_TAG = /<style[\s>]/i
const END_TAG = /<\/[sS][tT][yY][lL][eE][^>]*>/g

/** The pieces of a page up to where its last style sheet ends: what comes after it need not be looked at. */
const upToLastSheet = (pieces: readonly string[]): readonly string[] => {
  for (let at = pieces.length - 1; at >= 0; at--) {
    const piece = pieces[at] ?? ''
    let end = 0
    for (END_TAG.lastIndex = 0; END_TAG.test(piece); ) end = END_TAG.lastIndex
    if (end > 0) return [...pieces.slice(0, at), piece.slice(0, end)]
  }
  return []
}

export const sheetsOf = (pieces: readonly string[], beside: readonly string[]): StyleSheets => {
  const sheets = new StyleSheets()
  for (const sheet of beside) sheets.take(sheet)
  if (!pieces.some((piece) => STYLE_TAG.test(piece))) return sheets
  let media: string | undefined
  let sheet = ''
  eachTag(upToLastSheet(pieces), {
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
