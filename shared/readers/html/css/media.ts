/** For what page and what browser rules are meant: a page is looked at on a light screen of this size, by one who has asked for nothing. */
import type { Fit } from './selector.ts'

const SCREEN: Readonly<Record<string, number>> = { width: 1280, height: 800 }
const KNOWN: Readonly<Record<string, string>> = {
  orientation: 'landscape',
  'prefers-color-scheme': 'light',
  'prefers-reduced-motion': 'no-preference',
  'prefers-contrast': 'no-preference',
  hover: 'hover',
  'any-hover': 'hover',
  pointer: 'fine',
  'any-pointer': 'fine',
}

const featureFits = (feature: string): Fit => {
  const [, edge, side, length] = /^(?:(min|max)-)(?:device-)?(width|height)\s*:\s*([\d.]+)px$/.exec(feature) ?? []
  const size = SCREEN[side ?? '']
  if (size !== undefined) return (edge === 'min' ? size >= Number(length) : size <= Number(length)) ? 2 : 0
  const [, name = '', value = ''] = /^([a-z-]+)\s*:\s*([a-z-]+)$/.exec(feature) ?? []
  return Object.hasOwn(KNOWN, name) ? (KNOWN[name] === value ? 2 : 0) : 1
}

const queryFits = (query: string): Fit => {
  const [, not, medium = 'all', rest = ''] = /^\s*(?:(not|only)\s+)?([a-z]+)?((?:\s*(?:and)?\s*\([^()]*\))*)\s*$/.exec(query) ?? [
    '',
    '',
    '?',
  ]
  if (medium === '?') return 1
  const features = Array.from(rest.matchAll(/\(([^()]*)\)/g), ([, feature = '']) => featureFits(feature.trim()))
  const fit = Math.min(medium === 'all' || medium === 'screen' ? 2 : 0, ...features) as Fit
  return not === 'not' ? ((2 - fit) as Fit) : fit
}

/** Whether what is meant for such media is meant for us. */
export const mediaFit = (queries: string): Fit =>
  queries.trim() === '' ? 2 : (Math.max(...queries.toLowerCase().split(',').map(queryFits)) as Fit)

/** The same of a group of rules by what stands before its bracket; undefined where it holds no rules for elements. */
export const groupFit = (head: string): Fit | undefined => {
  const [, name = '', rest = ''] = /^@([\w-]+)([\s\S]*)$/.exec(head) ?? []
  switch (name.toLowerCase()) {
    case 'media':
      return mediaFit(rest)
    case 'supports':
      return /\bnot\b/i.test(rest) ? 1 : 2
    case 'layer':
    case 'document':
      return 2
    case 'container':
    case 'scope':
    case 'starting-style':
      return 1
    default:
      return undefined
  }
}
