import type { ByteView } from '../compound-file/byte-view.ts'
import { UnreadableError } from '../reader.ts'
import type { FormField } from '../word-flow/field-values.ts'

const KINDS = ['text', 'box', 'choice'] as const
/** A number that says that there is none. */
const NO_RESULT = 25
const EXTENDED = 0xffff

/** Texts one after the other, each with its length before it and a zero behind, where the list says so. */
const textsFrom = (data: ByteView, start: number, count: number, behind: number): { readonly texts: string[]; readonly end: number } => {
  const texts: string[] = []
  let place = start
  for (let index = 0; index < count; index++) {
    const letters = data.u16(place)
    texts.push(String.fromCharCode(...Array.from({ length: letters }, (_, at) => data.u16(place + 2 + at * 2))))
    place += 2 + letters * 2 + behind
  }
  return { texts, end: place }
}

/** Choices of a list: sources differ in whether their count has two bytes or four, so the end of the data decides. */
const choicesAt = (data: ByteView, at: number): readonly string[] => {
  if (data.u16(at) !== EXTENDED) return []
  const count = data.u16(at + 2)
  for (const head of [6, 8]) {
    try {
      const { texts, end } = textsFrom(data, at + head, count, 0)
      if (end === data.length) return texts
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error
    }
  }
  return []
}

/** What a field of a form keeps in the stream `Data` ([MS-DOC] 2.9.78): a head of its own size, then the field. */
const readAt = (stream: ByteView, at: number): FormField | undefined => {
  const [size, head] = [stream.i32(at), stream.u16(at + 4)]
  const data = stream.slice(at + head, size - head)
  const bits = data.u16(4)
  const kind = KINDS[bits & 3]
  if (kind === undefined) return undefined
  const result = (bits >> 2) & 0x1f
  const name = textsFrom(data, 10, 1, 2)
  const standard = kind === 'text' ? textsFrom(data, name.end, 1, 2) : { texts: [''], end: name.end + 2 }
  // Format, help, status and two macros stand between.
  const rest = textsFrom(data, standard.end, 5, 2)
  return {
    kind,
    result: result === NO_RESULT ? undefined : result,
    standard: kind === 'text' ? 0 : data.u16(name.end),
    standardText: standard.texts[0] ?? '',
    choices: kind === 'choice' ? choicesAt(data, rest.end) : [],
  }
}

export const readFormField = (stream: ByteView | undefined, at: number | undefined): FormField | undefined => {
  if (stream === undefined || at === undefined) return undefined
  try {
    return readAt(stream, at)
  } catch (error) {
    // A field whose data are odd shows nothing.
    if (error instanceof UnreadableError) return undefined
    throw error
  }
}
