import type { Doubt } from '../../document/document.ts'
import type { Font, Run } from '../seen-text/seen-text.ts'

/** A stretch of letters; `unsure`: whether it is raised or lowered is not certain. */
type Stretch = Run & { text: string; readonly font: Font; readonly unsure: boolean }
type Held = { readonly depth: number; readonly runs: readonly Stretch[] }

const isShown = ({ text, font }: Stretch): boolean => font.hidden !== true && text.trim() !== ''

/** Whether letters that may be raised stand beside others. */
const isUnsure = (runs: readonly Stretch[]): boolean => {
  const shown = runs.filter(isShown)
  return shown.some(({ unsure }) => unsure) && !shown.every(({ unsure }) => unsure)
}

/** What was written since the last mark. */
export class PendingText {
  /** Printed before the paragraph. */
  number = ''
  pictures = 0
  doubt: Doubt | undefined
  private runs: Stretch[] = []
  /** Paragraphs that ran on, with the depth of their marks. */
  private held: Held | undefined

  write(text: string, font: Font, unsure: boolean): void {
    const last = this.runs.at(-1)
    if (last?.font === font && last.unsure === unsure) last.text += text
    else this.runs.push({ text, font, unsure })
  }

  /** The paragraph runs on into the next one of this depth; where nothing of it is seen, nor is its number. */
  holdAt(depth: number): void {
    this.held = { depth, runs: [...(this.held?.runs ?? []), ...this.runs] }
    this.runs = []
    if (!this.held.runs.some(isShown)) this.number = ''
  }

  /** What ran on from another depth, such as from before a table: it cannot be joined to what stands in this one. */
  takeApart(depth: number): Held | undefined {
    if (this.held === undefined || this.held.depth === depth) return undefined
    const { held } = this
    this.held = undefined
    return held
  }

  isFilled(): boolean {
    return this.pictures > 0 || [...(this.held?.runs ?? []), ...this.runs].some(({ text }) => text.trim() !== '')
  }

  take(): { readonly runs: readonly Run[]; readonly number: string; readonly pictures: number; readonly doubt: Doubt | undefined } {
    const runs = [...(this.held?.runs ?? []), ...this.runs]
    const doubt = this.doubt ?? (isUnsure(runs) ? 'shown-otherwise' : undefined)
    const taken = { runs, number: this.number, pictures: this.pictures, doubt }
    ;[this.runs, this.held, this.number, this.pictures, this.doubt] = [[], undefined, '', 0, undefined]
    return taken
  }
}
