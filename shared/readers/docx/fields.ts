import { equationText } from './equation-field.ts'

type Field = {
  code: string
  /** Its code is passed, and its result not begun. */
  inCode: boolean
  /** What a form field holds beside its result. */
  value: string | undefined
  /** It is to be worked out anew when the file is opened. */
  stale: boolean
  /** Where its result begins. */
  from: number
}

/** Text for a field without a result; `unknown` where a program would show one that nobody knows here. */
export type Substitute = { readonly text: string } | 'unknown' | undefined

/** Fields that show something, but only once a program has worked it out. */
const WORKED_OUT =
  /^\s*(?:=|quote|ref\b|docproperty|docvariable|if\b|mergefield|fillin|info|eq\b|autotext|seq\b|compare|includetext|link\b|dde)/i

const substituteOf = ({ code, value }: Field): Substitute => {
  if (value !== undefined) return { text: value }
  const equation = /^\s*eq\b(.*)$/is.exec(code)?.[1]
  const text = equation === undefined ? /^\s*quote\s+"([^"]*)"\s*$/i.exec(code)?.[1] : equationText(equation)
  if (text !== undefined) return { text }
  return WORKED_OUT.test(code) ? 'unknown' : undefined
}

/** The fields of a paragraph that are open. Their codes are no text; a result stands behind its code. */
export class Fields {
  private readonly open: Field[] = []
  private codes = 0

  get inCode(): boolean {
    return this.codes > 0
  }

  begin(at: number, { code = '', simple = false, stale = false } = {}): void {
    this.open.push({ code, inCode: !simple, value: undefined, stale, from: at })
    if (!simple) this.codes++
  }

  /** Adds to the code of the innermost field. */
  addCode(code: string): void {
    const field = this.open.at(-1)
    if (field?.inCode) field.code += code
  }

  hold(value: string): void {
    const field = this.open.at(-1)
    if (field !== undefined) field.value = value
  }

  separate(at: number): void {
    const field = this.open.at(-1)
    if (!field?.inCode) return
    field.inCode = false
    field.from = at
    this.codes--
  }

  /** Ends the innermost field; what to read in the place of a result that it does not have. */
  end(at: number): { readonly substitute: Substitute; readonly stale: boolean } | undefined {
    const field = this.open.pop()
    if (field === undefined) return undefined
    if (field.inCode) this.codes--
    if (this.codes > 0) return undefined
    const isEmpty = field.inCode || field.from === at
    return { substitute: isEmpty ? substituteOf(field) : undefined, stale: field.stale && WORKED_OUT.test(field.code) }
  }
}
