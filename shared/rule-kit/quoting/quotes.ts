import type { Report } from '../../report/report.ts'
import { type Count, countsIn } from '../../text/counts.ts'
import { applicantOf } from './applicants.ts'
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

/** What one count of a sentence quotes from the tables, unless there is any doubt. */
const quoteOf = (count: Count, sentence: string, onTopic: boolean, report: Report): Quote | undefined => {
  const quantity = QUANTITIES.find(({ words, wordsBehind }) => words.test(count.lead) || wordsBehind?.test(count.tail))
  const scope = scopeOf(count, report.year, isGovernment(report))
  if (quantity === undefined || scope === 'other' || !(onTopic || quantity.topic.test(sentence))) return undefined
  if (quantity === RECEIVED && count.clause.includes('其中') && !count.lead.includes('新收')) return undefined
  return { quantity, value: count.value, printed: quantity.words.test(count.lead) ? count.printed : count.printed + count.tail, scope }
}

/**
 * What a sentence quotes from the tables; of a quantity named twice only the first, since what follows is often a part of it. Applicants
 * are named right behind the requests, one behind the other. `onTopic`: it stands in a section that speaks of nothing else.
 */
export const quotesIn = (sentence: string, onTopic: boolean, report: Report): Quote[] => {
  const quotes = new Map<Quantity, Quote>()
  let before: 'requests' | 'applicants' | undefined
  for (const count of countsIn(sentence)) {
    const applicant = before && applicantOf(count, before === 'applicants')
    const quote = applicant
      ? { quantity: applicant, value: count.value, printed: count.printed, scope: 'whole' as const }
      : quoteOf(count, sentence, onTopic, report)
    before = applicant ? 'applicants' : quote?.quantity === RECEIVED && quote.scope === 'whole' ? 'requests' : undefined
    if (quote !== undefined && !quotes.has(quote.quantity)) quotes.set(quote.quantity, quote)
  }
  for (const { quantity, printed, scope } of noneStatedIn(sentence, report.year, isGovernment(report)))
    if (onTopic || quantity.topic.test(sentence)) quotes.set(quantity, { quantity, value: 0, printed, scope })
  return [...quotes.values()]
}
