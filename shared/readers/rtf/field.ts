import { type FieldValue, type FormField, fieldValue } from '../word-flow/field-values.ts'
import type { Destination } from './destinations.ts'

const KINDS = ['text', 'box', 'choice'] as const
/** A number that says that there is none. */
const NO_RESULT = 25
const MOST_CHOICES = 1_000

/** A field: its instruction, what its form keeps, and whether a result of it stands in the text. */
export class Field {
  instruction = ''
  hasResult = false
  private kind: FormField['kind'] | undefined
  private result: number | undefined
  private standard = 0
  private standardText = ''
  private readonly choices: string[] = []

  /** A word inside the data of a form. */
  define(word: string, value = 0): void {
    if (word === 'fftype') this.kind = KINDS[value]
    else if (word === 'ffres' && value !== NO_RESULT) this.result = value
    else if (word === 'ffdefres') this.standard = value
    else if (word === 'ffl' && this.choices.length < MOST_CHOICES) this.choices.push('')
  }

  /** Letters of the field that are no text. */
  write(letters: string, destination: Destination): void {
    if (destination === 'instruction') this.instruction += letters
    else if (destination === 'standard-text') this.standardText += letters
    else if (destination === 'choice' && this.choices.length > 0) this.choices[this.choices.length - 1] += letters
  }

  /** What is shown where no result stands. */
  value(): FieldValue | undefined {
    const { kind, result, standard, standardText, choices } = this
    return fieldValue(this.instruction, kind && { kind, result, standard, standardText, choices })
  }
}
