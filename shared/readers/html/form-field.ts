/** What the fields of a form show. They are read in cells of tables alone: elsewhere on a page they search it. */
import type { Attributes } from './tags.ts'

const TYPED = new Set(['', 'text', 'number', 'tel', 'search', 'email', 'url', 'date'])

/** What stands in an `<input>`; nothing where it shows no text of its own. */
export const inputText = ({ type = '', value = '' }: Attributes): string => (TYPED.has(type.trim().toLowerCase()) ? value : '')

/** A list of which one is chosen: it shows the one that is marked, else the first. */
export type Choice = {
  readonly option: (attributes: Attributes) => void
  readonly text: (piece: string) => void
  readonly shown: () => string
}

export const startChoice = (): Choice => {
  const options: { text: string; readonly marked: boolean }[] = []
  return {
    option: ({ selected }) => options.push({ text: '', marked: selected !== undefined }),
    text: (piece) => {
      const last = options.at(-1)
      if (last !== undefined) last.text += piece
    },
    shown: () => (options.findLast(({ marked }) => marked) ?? options[0])?.text.trim() ?? '',
  }
}
