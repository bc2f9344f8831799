import type { PageContent } from '../page-layout/page-content.ts'

/** What stands on the one page of a dynamic form in place of it, in the languages that programs here write it in. */
const PLEASE_WAIT = /Pleasewait|请稍候|請稍候|请稍等|AdobeReader|查看器可能无法显示/i
/** Its letters, at most. */
const MOST_LETTERS = 1500

/** Whether a file's only page may be no more than the word that the form is to come. */
export const isPlaceholder = (contents: readonly PageContent[]): boolean => {
  const [only, second] = contents
  if (only === undefined || second !== undefined) return false
  const letters = only.glyphs
  return letters.length < MOST_LETTERS && (letters.length === 0 || PLEASE_WAIT.test(letters.map(({ text }) => text).join('')))
}
