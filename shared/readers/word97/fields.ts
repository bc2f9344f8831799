import type { FormField } from '../word-flow/field-values.ts'

const MARKS = { begin: 0x13, separator: 0x14, end: 0x15 } as const
const MOST_FIELDS = 64
const LONGEST_INSTRUCTION = 2_000

/** A field under way. */
export type OpenField = {
  part: 'instruction' | 'result'
  instruction: string
  hasResult: boolean
  form: FormField | undefined
}

export const isFieldMark = (code: number): boolean => code >= MARKS.begin && code <= MARKS.end

/** Instructions of fields, such as PAGE, are not text; their results are. */
export const trackFields = () => {
  const fields: OpenField[] = []
  const instructed = () => fields.findLast(({ part }) => part === 'instruction')
  return {
    /** Takes a mark; gives the field that it ends. */
    mark: (code: number): OpenField | undefined => {
      if (code === MARKS.begin) {
        if (fields.length < MOST_FIELDS) fields.push({ part: 'instruction', instruction: '', hasResult: false, form: undefined })
        return undefined
      }
      const field = fields.at(-1)
      if (code === MARKS.end) return fields.pop()
      if (field !== undefined) field.part = 'result'
      return undefined
    },
    inInstruction: () => instructed() !== undefined,
    instruct: (letter: string) => {
      const field = instructed()
      if (field !== undefined && field.instruction.length < LONGEST_INSTRUCTION) field.instruction += letter
    },
    setForm: (form: FormField | undefined) => {
      const field = fields.at(-1)
      if (field !== undefined && form !== undefined) field.form = form
    },
    /** A letter stands in the results of all fields under way. */
    addResult: () => {
      for (const field of fields) field.hasResult = true
    },
    /** A lost end must not swallow what follows. */
    forget: () => {
      fields.length = 0
    },
  }
}
