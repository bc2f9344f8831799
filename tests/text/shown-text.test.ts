import { describe, expect, it } from 'vitest'
import { isTurnedRound, shownText } from '../../shared/text/shown-text.ts'

describe('a text as it is shown', () => {
  it.each([
    ['zero width space', '4\u200b5'],
    ['joiners', '\u200c4\u200d5'],
    ['word joiner', '4\u20605'],
    ['byte order mark', '\ufeff45'],
    ['soft hyphen', '4\u00ad5'],
    ['marks of direction', '\u200e45\u200f\u061c'],
    ['embeddings', '\u202a45\u202c'],
    ['an override to the right', '\u202d45\u202c'],
    ['isolates', '\u206645\u2069'],
    ['variation selectors', '4\ufe0f5\u{e0101}'],
    ['tags', '45\u{e0041}'],
    ['combining grapheme joiner', '4\u034f5'],
    ['controls', '4\u00005\u0007'],
    ['digits of mathematics', '𝟒𝟱'],
    ['Arabic digits', '٤٥'],
    ['Persian digits', '۴۵'],
    ['Devanagari digits', '४५'],
    ['digits of a display', '🯴🯵'],
  ])('has no %s', (_, text) => expect(shownText(text)).toBe('45'))

  it.each(['45', '4 5', '总体情况', '45', '22(其中修订16件)', '80①', '18¹', 'a\tb\nc', '🏛'])('is left alone: %s', (text) =>
    expect(shownText(text)).toBe(text),
  )

  it('has the common letters for radicals that look like them', () => expect(shownText('⼀、⾏政')).toBe('一、行政'))
  it('has a blank for letters that show none', () => expect(shownText('4\u28005\u3164')).toBe('4 5 '))

  it('keeps the mark that turns it round', () => {
    expect(isTurnedRound(shownText('\u202e54\u202c'))).toBe(true)
    expect(isTurnedRound('\u202e5')).toBe(false)
    expect(isTurnedRound('54\u202e')).toBe(false)
    expect(isTurnedRound('\u202d54\u202c')).toBe(false)
  })
})
