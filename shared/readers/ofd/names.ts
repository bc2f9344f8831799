import type { Vocabulary } from '../xml/namespaces.ts'
import { END, TEXT, type XmlScanner } from '../xml/scanner.ts'

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

export const numberOf = (stated: string | undefined, otherwise: number): number => {
  const number = stated === undefined ? Number.NaN : Number(stated)
  return Number.isFinite(number) ? number : otherwise
}

export const isFalse = (stated: string | undefined): boolean => stated === 'false' || stated === '0'
export const isTrue = (stated: string | undefined): boolean => stated === 'true' || stated === '1'

/** The text of the element just opened, up to its end. */
export const contentOf = (xml: XmlScanner): string => {
  const { depth } = xml
  let text = ''
  for (let token = xml.next(); token !== END && xml.depth >= depth; token = xml.next()) if (token === TEXT) text += xml.text()
  return text
}
