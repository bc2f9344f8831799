import { CHINESE_ORDINALS } from '../form/sections.ts'
import type { ReportRecord } from '../report/record.ts'
import { type Place, type Report, sectionOf } from '../report/report.ts'
import { copiedInto } from '../text/copied-passages.ts'

/**
 * Reports share the names of laws, offices and aspects, which make up a tenth to a third of a text that was written anew; above this
 * most of it was not.
 */
const MOST = 0.6
const TOO_SHORT_TO_JUDGE = 100
const [SHOWN, LONGEST_SHOWN] = [3, 60]

/** The sections that an agency writes in its own words. */
export const WRITTEN_SECTIONS = [1, 5] as const

/** `section` as 一 or 五; `passages` the longest of the copied ones, in quotation marks. */
export type CopiedSection = { readonly place: Place; readonly section: string; readonly percent: number; readonly passages: string }

const shown = (printed: string): string => {
  const passage = printed.replace(/\s+/g, '')
  return passage.length > LONGEST_SHOWN ? `${passage.slice(0, LONGEST_SHOWN)}…` : passage
}

/** Sections 一 and 五 where they are, for the most part, the same section of another report word for word. Several may be asked for. */
export const copiedSections = (report: Report): ((source: ReportRecord) => CopiedSection[]) => {
  const own = WRITTEN_SECTIONS.flatMap((number) => {
    const section = sectionOf(report, number)
    return section === undefined
      ? []
      : [{ number, section, comparedWith: copiedInto(section.paragraphs.map(({ text }) => text).join('\n')) }]
  })
  return (source) =>
    own.flatMap(({ number, section, comparedWith }) => {
      const original = source.sections.find((each) => each.number === number)
      if (original === undefined) return []
      const { letters, share, passages } = comparedWith(original.paragraphs.join('\n'))
      if (letters < TOO_SHORT_TO_JUDGE || share <= MOST) return []
      const quoted = passages()
        .slice(0, SHOWN)
        .map((passage) => `“${shown(passage)}”`)
      return [
        {
          place: section.place,
          section: CHINESE_ORDINALS[number - 1] ?? '',
          percent: Math.floor(share * 100),
          passages: quoted.join('、'),
        },
      ]
    })
}
