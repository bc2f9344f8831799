import { lowered, raised } from '../../document/raised.ts'

/** Where letters stand by the line that they belong to. */
export type Setting = 'on-line' | 'raised' | 'lowered'

type Stretch = { readonly from: number; readonly to: number; readonly setting: Setting }

/** The text of a paragraph while it is put together, with what of it stands above or below the line. */
export class LineText {
  text = ''
  private offLine: Stretch[] | undefined

  add(text: string, setting: Setting = 'on-line'): void {
    const from = this.text.length
    this.text += text
    if (setting === 'on-line' || text === '') return
    this.offLine ??= []
    this.offLine.push({ from, to: this.text.length, setting })
  }

  /** The text in which what is raised or lowered beside a figure is kept apart from it; elsewhere, and as a whole, such letters are only small. */
  finish(): string {
    const { text, offLine } = this
    if (offLine === undefined) return text
    let read = ''
    let done = 0
    for (const [index, { from, to, setting }] of offLine.entries()) {
      const letters = text.slice(from, to)
      const stands = /\p{Nd}\s*$/u.test(this.lineBefore(index)) || /^\s*\p{Nd}/u.test(this.lineBehind(index))
      read += text.slice(done, from)
      read += !stands ? letters : setting === 'raised' ? raised(letters) : lowered(letters)
      done = to
    }
    return read + text.slice(done)
  }

  /** What stands on the line before a stretch, over other stretches next to it. */
  private lineBefore(index: number): string {
    const { text, offLine = [] } = this
    for (let at = index; at >= 0; at--) {
      const before = text.slice(offLine[at - 1]?.to ?? 0, offLine[at]?.from)
      if (before.trim() !== '') return before
    }
    return ''
  }

  private lineBehind(index: number): string {
    const { text, offLine = [] } = this
    for (let at = index; at < offLine.length; at++) {
      const behind = text.slice(offLine[at]?.to, offLine[at + 1]?.from)
      if (behind.trim() !== '') return behind
    }
    return ''
  }
}
