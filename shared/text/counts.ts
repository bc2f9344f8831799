import { NUMERAL, parseNumeral } from './chinese-numerals.ts'

/** A count that a sentence states, and the words around it that say of what. */
export type Count = {
  readonly value: number
  /** With its unit and the words of its clause in front of it, as printed. */
  readonly printed: string
  /** The sentence up to the count. */
  readonly head: string
  /** The part of it behind the last comma. */
  readonly clause: string
  /** The words between the count before it (or the beginning) and this one, without 共, 为 and the like in front of the figure. */
  readonly lead: string
  /** The marks between the count before it and these words: ( or 、 as in 45件(自然人30件、企业15件). */
  readonly joint: string
  /** What follows, up to the next mark. */
  readonly tail: string
}

const COUNT = new RegExp(`(${NUMERAL})[件宗份起次条项例](?!以上|左右|以内)`, 'g')
const BETWEEN_WORDS_AND_FIGURE = /(?:共计?|合计|总计|总数|总量|数量|件数|申请数|分别|计|为|是|有|了|的|[:,"“”()])+$/

/** Words that stand further off say nothing of a figure. */
const NEAR = 200

/** The counts of a sentence in half width and without white space. 3000余件 is none: it names no figure. */
export const countsIn = (sentence: string): Count[] => {
  let from = 0
  return Array.from(sentence.matchAll(COUNT)).flatMap((match) => {
    const value = parseNumeral(match[1] ?? '')
    const end = match.index + match[0].length
    const head = sentence.slice(Math.max(0, match.index - NEAR), match.index)
    const between = sentence.slice(Math.max(from, match.index - NEAR), match.index)
    const [joint = ''] = /^[,、:()]*/.exec(between) ?? []
    const words = between.slice(joint.length)
    const [tail = ''] = sentence.slice(end, end + NEAR).split(/[,:]/)
    from = end
    if (value === null) return []
    return [
      {
        value,
        printed: `${words.split(',').at(-1)}${match[0]}`,
        head,
        clause: head.slice(head.lastIndexOf(',') + 1),
        lead: words.replace(BETWEEN_WORDS_AND_FIGURE, ''),
        joint,
        tail,
      },
    ]
  })
}
