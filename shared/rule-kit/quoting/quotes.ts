import type { Report } from '../../report/report.ts'
import { countsIn } from '../../text/counts.ts'
import { noneStatedIn } from './none-stated.ts'
import { type Scope, scopeOf } from './quote-scope.ts'
import { QUANTITIES, type Quantity, RECEIVED } from './quoted-quantities.ts'

/** A figure of the tables as the text states it. */
export type Quote = {
  readonly quantity: Quantity
  readonly value: number
  readonly printed: string
  readonly scope: Exclude<Scope, 'other'>
}

const isGovernment = ({ agency }: Report): boolean => agency?.endsWith('人民政府') ?? false

/**
 * What a sentence quotes from the tables; of a quantity named twice only the first, since what follows is often a part of it.
 * `onTopic`: it stands in a section that speaks of nothing else.
 */
export const quotesIn = (sentence: string, onTopic: boolean, report: Report): Quote[] => {
  const quotes = new Map<Quantity, Quote>()
  for (const count of countsIn(sentence)) {
    const quantity = QUANTITIES.find(({ words, wordsBehind }) => words.test(count.lead) || wordsBehind?.test(count.tail))
    const scope = scopeOf(count, report.year, isGovernment(report))
    if (quantity === undefined || quotes.has(quantity) || scope === 'other' || !(onTopic || quantity.topic.test(sentence))) continue
    if (quantity === RECEIVED && count.clause.includes('其中') && !count.lead.includes('新收')) continue
    const printed = quantity.words.test(count.lead) ? count.printed : count.printed + count.tail
    quotes.set(quantity, { quantity, value: count.value, printed, scope })
  }
  for (const { quantity, printed, scope } of noneStatedIn(sentence, report.year, isGovernment(report)))
    if (onTopic || quantity.topic.test(sentence)) quotes.set(quantity, { quantity, value: 0, printed, scope })
  return [...quotes.values()]
}
