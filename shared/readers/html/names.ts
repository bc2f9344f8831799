/** The names of tags and attributes, of which a page has a few that come thousands of times. */

const SLOTS = 1024

/** The same text as the key of an object would be: sets and maps know it at once. */
const asKey = (text: string): string => Object.keys({ [text]: true })[0] ?? text

const standsAt = (name: string, html: string, start: number): boolean => {
  for (let index = 0; index < name.length; index++) if (name.charCodeAt(index) !== html.charCodeAt(start + index)) return false
  return true
}

/** Gives the name between two places of a page in lower case. To cut it out each time is dear: letters of a page with Han in it are wide. */
export const nameReader = (): ((html: string, start: number, end: number) => string) => {
  const seen = new Array<string>(SLOTS).fill('')
  return (html, start, end) => {
    const length = end - start
    const slot = (html.charCodeAt(start) * 37 + html.charCodeAt(end - 1) * 5 + length) % SLOTS
    const before = seen[slot] ?? ''
    if (before.length === length && standsAt(before, html, start)) return before
    const name = asKey(html.slice(start, end).toLowerCase())
    seen[slot] = name
    return name
  }
}
