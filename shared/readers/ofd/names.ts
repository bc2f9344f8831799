import type { Vocabulary } from '../xml/namespaces.ts'

/** The namespace of GB/T 33190, and the one of drafts before it. */
export const OFD: Vocabulary = {
  'http://www.ofdspec.org/2016': 'ofd',
  'http://www.ofdspec.org': 'ofd',
}

/** A list of numbers in an attribute; what is no number ends it. */
export const numbersOf = (stated: string | undefined): number[] => {
  const numbers = (stated ?? '').trim().split(/\s+/).map(Number)
  const end = numbers.findIndex((number) => !Number.isFinite(number))
  return stated === undefined || stated.trim() === '' ? [] : end < 0 ? numbers : numbers.slice(0, end)
}
