/** The text of one line while it is put together. */
import { lowered, raised } from '../../document/raised.ts'
import type { Look } from './look.ts'

export type Line = {
  readonly add: (text: string, look: Pick<Look, 'level' | 'moved'>) => void
  /** Gives the text and begins the next. */
  readonly take: () => string
}

const set = (text: string, level: Look['level']): string => (level === 0 ? text : level > 0 ? raised(text) : lowered(text))

/** What is moved up or down by a length counts only beside text that is not: a whole line may be moved to the middle of its cell. */
export const startLine = (): Line => {
  let [text, ifAllMoved, allMoved] = ['', '', true]
  return {
    add: (piece, { level, moved }) => {
      const shown = set(piece, level)
      text += shown
      if (!allMoved) return
      ifAllMoved += moved ? piece : shown
      if (!moved && piece.trim() !== '') allMoved = false
    },
    take: () => {
      const whole = allMoved ? ifAllMoved : text
      text = ''
      ifAllMoved = ''
      allMoved = true
      return whole
    },
  }
}
