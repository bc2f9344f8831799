import { type Count, countsIn } from '../../text/counts.ts'

const COMPARISON = /同比|相比|较上|比上|较去|比去|增加|增长|减少|下降/

const unitOf = ({ printed }: Count): string | undefined => printed.at(-1)

/** A count that a sentence names as a part of another one. */
export type PartOfWhole = { readonly part: Count; readonly whole: Count }

/**
 * The parts of counts: what 其中 names, or what stands in brackets right behind the count, and what 、 joins to that. Other units are parts
 * of something else, and so is what grew.
 */
const partsIn = (sentence: string): PartOfWhole[] => {
  const parts: PartOfWhole[] = []
  let before: Count | undefined
  let open: Count | undefined
  for (const count of countsIn(sentence)) {
    const opens = /^其中/.test(count.lead) || count.joint === '('
    const whole = opens ? before : open
    const goesOn = opens || (open !== undefined && count.joint === '、')
    open = goesOn && whole !== undefined && unitOf(whole) === unitOf(count) && !COMPARISON.test(count.lead) ? whole : undefined
    if (open !== undefined) parts.push({ part: count, whole: open })
    before = count
  }
  return parts
}

/** Parts of a count that are more than the whole. */
export const partsOverWhole = (sentence: string): PartOfWhole[] => partsIn(sentence).filter(({ part, whole }) => part.value > whole.value)
