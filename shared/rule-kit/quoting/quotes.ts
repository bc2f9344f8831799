import type { Report } from '../../report/report.ts'
import { type Count, countsIn } from '../../text/counts.ts'
import { applicantOf, TELLS_APPLICANTS } from './applicants.ts'
import { noneStatedIn } from './none-stated.ts'
import { type Scope, scopeOf } from './quote-scope.ts'
import { HANDLED, QUANTITIES, type Quantity, RECEIVED } from './quoted-quantities.ts'

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

/** What was spoken of last: all requests of the year, those who asked, or something else. */
type Before = 'requests' | 'applicants' | undefined

/** Whether a count is of all requests, that applicants are told of; what was answered counts as that, too. */
const isOfAllRequests = (quote: Quote | undefined): boolean =>
  quote?.scope === 'whole' && (quote.quantity === RECEIVED || quote.quantity === HANDLED)

/**
 * What a sentence quotes from the tables; of a quantity named twice only the first, since what follows is often a part of it. Applicants
 * are named behind the requests, one behind the other: right behind, or where words say that they are told (`TELLS_APPLICANTS`).
 */
const quotesIn = (sentence: string, onTopic: boolean, report: Report, from: Before): { quotes: Quote[]; last: Before } => {
  const quotes = new Map<Quantity, Quote>()
  let before = TELLS_APPLICANTS.test(sentence) ? from : undefined
  let last = from
  for (const count of countsIn(sentence)) {
    const applicant = before && applicantOf(count, before === 'applicants')
    const quote = applicant
      ? { quantity: applicant, value: count.value, printed: count.printed, scope: 'whole' as const }
      : quoteOf(count, sentence, onTopic, report)
    before = applicant ? 'applicants' : isOfAllRequests(quote) ? 'requests' : undefined
    last = before
    if (quote !== undefined && !quotes.has(quote.quantity)) quotes.set(quote.quantity, quote)
  }
  for (const { quantity, printed, scope } of noneStatedIn(sentence, report.year, isGovernment(report)))
    if (onTopic || quantity.topic.test(sentence)) quotes.set(quantity, { quantity, value: 0, printed, scope })
  return { quotes: [...quotes.values()], last }
}

/** What the sentences of a paragraph quote from the tables. `onTopic`: it stands in a section that speaks of nothing else. */
export const quotesOf = (sentences: readonly string[], onTopic: boolean, report: Report): Quote[] => {
  let before: Before
  return sentences.flatMap((sentence) => {
    const { quotes, last } = quotesIn(sentence, onTopic, report, before)
    before = last
    return quotes
  })
}
