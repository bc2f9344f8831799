/** The lines of a text with their numbers as an editor shows them; form feeds count pages. */

export type Line = { readonly text: string; readonly line: number; readonly page?: number }

/** One by one, since a text of line breaks alone has millions. A form feed breaks no line, but what stands behind it is on the next page. */
export function* splitLines(text: string): Generator<Line> {
  const paged = text.includes('\f')
  let [line, page, start] = [1, 1, 0]
  for (const { 0: mark, index } of text.matchAll(/\r\n|[\r\n\f]|$/g)) {
    yield { text: text.slice(start, index), line, ...(paged && { page }) }
    if (mark === '\f') page++
    else line++
    start = index + mark.length
  }
}
