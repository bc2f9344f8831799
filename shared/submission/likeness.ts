import type { ReportRecord } from '../report/record.ts'
import { WRITTEN_SECTIONS } from '../rule-kit/copied-sections.ts'
import { type Sketch, sharedPart, sketchOf } from '../text/sketch.ts'

/** The fingerprints of the sections that an agency writes in its own words, 一 and 五. */
export type Signature = readonly [one: Sketch, five: Sketch]

/** The fingerprint of a stored report and its figures: one for an agency and year, that of the latest version that passed. */
export type StoredSignature = {
  readonly agencyId: string
  readonly agencyName: string
  readonly year: number
  readonly version: number
  readonly submissionId: string
  readonly signature: Signature
  /** Fingerprints of before the figures stood beside them have none. */
  readonly tables?: ReportRecord['tables']
}

/** So many reports are worth comparing word for word. */
const FEW = 3
/** Fingerprints tell shares to about a tenth, and a word changed here and there costs more shingles than letters: still, below this not most is copied. */
const WORTH_A_LOOK = 0.2

export const signatureOf = ({ sections }: Pick<ReportRecord, 'sections'>): Signature => {
  const [one, five] = WRITTEN_SECTIONS.map((number) =>
    sketchOf(sections.find((section) => section.number === number)?.paragraphs.join('\n') ?? ''),
  )
  return [one ?? sketchOf(''), five ?? sketchOf('')]
}

/** Of many reports, those few of which either section may have been copied: the likest first. */
export const likest = <Stored extends { readonly signature: Signature }>([one, five]: Signature, stored: readonly Stored[]): Stored[] =>
  ([0, 1] as const)
    .flatMap((section) =>
      stored
        .map((each) => ({ each, share: sharedPart(section === 0 ? one : five, each.signature[section]) }))
        .filter(({ share }) => share >= WORTH_A_LOOK)
        .toSorted((a, b) => b.share - a.share)
        .slice(0, FEW),
    )
    .map(({ each }) => each)
    .filter((each, index, all) => all.indexOf(each) === index)
