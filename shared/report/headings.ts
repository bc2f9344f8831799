import { withoutContents } from './contents.ts'
import { type Heading, headingCandidates } from './heading-candidates.ts'
import { chooseHeadings } from './heading-choice.ts'
import type { Line } from './lines.ts'

/** The headings of the sections in the order of the file, one for each section that is there. */
export const findHeadings = (lines: readonly Line[]): Heading[] =>
  chooseHeadings(withoutContents(headingCandidates(lines), lines), lines).map(({ line, number, title }) => ({ line, number, title }))
