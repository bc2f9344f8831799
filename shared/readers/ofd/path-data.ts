/** How many numbers follow each letter of a path, and the code and count of the same step in a PDF, which the ruling lines are told from. */
const STEPS: Readonly<Record<string, { readonly operands: number; readonly code: number; readonly taken: number }>> = {
  S: { operands: 2, code: 0, taken: 2 },
  M: { operands: 2, code: 0, taken: 2 },
  L: { operands: 2, code: 1, taken: 2 },
  B: { operands: 6, code: 2, taken: 6 },
  Q: { operands: 4, code: 3, taken: 4 },
  // An arc is followed to its end only: none is a ruling line.
  A: { operands: 7, code: 1, taken: 2 },
  C: { operands: 0, code: 4, taken: 0 },
}

/** Steps beyond this are a picture. */
const MOST_NUMBERS = 100_000
const MOST_LETTERS = 2_000_000

/** `M 0 0 L 10 0 C` as the stream of codes and numbers in which a PDF has its paths; what cannot be read ends it. */
export const pathOf = (data: string): number[] => {
  const path: number[] = []
  const words = data.slice(0, MOST_LETTERS).trim().split(/\s+/)
  for (let at = 0; at < words.length && path.length < MOST_NUMBERS; ) {
    const step = Object.hasOwn(STEPS, words[at] ?? '') ? STEPS[words[at] ?? ''] : undefined
    if (step === undefined) return path
    const numbers = words.slice(at + 1, at + 1 + step.operands).map(Number)
    if (numbers.length < step.operands || !numbers.every(Number.isFinite)) return path
    path.push(step.code, ...numbers.slice(step.operands - step.taken))
    at += 1 + step.operands
  }
  return path
}
