import { copiedInto } from '../../shared/text/copied-passages.ts'
import { randomOf } from '../../tests/generator/random.ts'
import { sampleReport } from '../../tests/generator/sample-report.ts'

/** Another number makes other texts and copies. */
const random = randomOf(Number(process.env.SEED ?? 2024))
const letter = (): string => String.fromCodePoint(0x4e00 + random.integer(0, 2999))
const WORDS = Array.from({ length: 3000 }, () => letter() + letter())
const ownSentence = (): string => `${Array.from({ length: random.integer(10, 19) }, () => random.pick(WORDS)).join('')}。`

const sentencesOf = (paragraphs: readonly string[] = []): string[] =>
  paragraphs
    .join('')
    .split('。')
    .filter((sentence) => sentence !== '')
    .map((sentence) => `${sentence}。`)

/** Sections 一 and 五 as sentences. */
export type Text = readonly [one: readonly string[], five: readonly string[]]

/** Of everybody's sentences, which the generator of reports writes. */
export const formulaic = (seed: number): Text => {
  const { sections } = sampleReport({ seed, year: 2024 })
  return [sentencesOf(sections[0]?.paragraphs), sentencesOf(sections[4]?.paragraphs)]
}

/** A part of the sentences is everybody’s, the others nobody else writes. */
export const mixed = (text: Text, stock: number): Text => {
  const own = (sentences: readonly string[]) => {
    const all = sentences.map((sentence) => (random.chance(stock) ? sentence : ownSentence()))
    while (random.chance(0.7)) all.push(ownSentence())
    return all
  }
  return [own(text[0]), own(text[1])]
}

type Edit = (sentences: readonly string[]) => readonly string[]

/** What becomes of a text that somebody copies: other sentences, other words, more text, only a part of it. */
const EDITS: readonly Edit[] = [
  (sentences) => {
    const part = random.integer(0, 80) / 100
    return sentences.map((sentence) => (random.chance(part) ? ownSentence() : sentence))
  },
  (sentences) => {
    const part = random.integer(0, 25) / 100
    return [Array.from(sentences.join(''), (printed) => (random.chance(part) ? letter() : printed)).join('')]
  },
  (sentences) => [...sentences, ...Array.from({ length: random.integer(0, 2 * sentences.length) }, ownSentence)],
  (sentences) => sentences.slice(0, Math.max(2, Math.ceil((sentences.length * random.integer(40, 100)) / 100))),
]

export type Copy = { readonly of: number; readonly section: 0 | 1; readonly text: Text; readonly share: number }

/** A shorter section is not judged; see `shared/rule-kit/copied-sections.ts`. */
const LEAST_LETTERS = 100

/** A copy of any of those held: of one section, the other is its own. `share` of the copied section is what the rule would find. */
export const anyCopy = (held: readonly Text[]): Copy => {
  const of = random.integer(0, held.length - 1)
  const section = random.pick([0, 1] as const)
  const source = held[of]?.[section] ?? []
  const copied = random.pick(EDITS)(source)
  const own = Array.from({ length: 8 }, ownSentence)
  const { share, letters } = copiedInto(copied.join(''))(source.join(''))
  return letters < LEAST_LETTERS ? anyCopy(held) : { of, section, text: section === 0 ? [copied, own] : [own, copied], share }
}

export const anyOf = <Each>(all: readonly Each[]): Each => random.pick(all)
