import { UnreadableError } from '../reader.ts'

const isSpace = (code: number): boolean => code <= 0x20

/** The attributes in the text of a tag, names and values as they are written. */
export function* attributesOf(tag: string): Generator<readonly [name: string, value: string]> {
  let at = 0
  for (let equals = tag.indexOf('='); equals >= 0; equals = tag.indexOf('=', at)) {
    let quote = equals + 1
    while (isSpace(tag.charCodeAt(quote))) quote++
    const close = tag.indexOf(tag.charAt(quote), quote + 1)
    if (close < 0) throw new UnreadableError('damaged')
    yield [tag.slice(at, equals).trim(), tag.slice(quote + 1, close)]
    at = close + 1
  }
}
