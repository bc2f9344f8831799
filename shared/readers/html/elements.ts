/** What the elements of HTML mean to a reader of reports. */
import type { Attributes } from './tags.ts'

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** They begin and end a paragraph. */
export const BLOCKS = names(
  'p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd dir menu section article header footer nav aside main address blockquote center fieldset ' +
    'legend figure figcaption form hr pre details summary caption body html br tr td th thead tbody tfoot table',
)

/** Their text is no text of the page. */
export const NEVER_READ = names(
  'script style noscript template title select option datalist textarea button iframe noframes noembed object svg audio video canvas xml ' +
    'annotation annotation-xml rp meter progress',
)

/** They show what is typed or chosen in them. */
export const FIELDS = names('select option textarea')

/** They hold nothing, and no closing tag follows. */
export const VOID = names(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr bgsound',
)

/** `td` within `tr` within `tbody` within `table`: the closing of an outer one closes those within; 0 for all other elements. */
export const tableRank = (name: string): number => {
  if (name === 'td' || name === 'th') return 1
  if (name === 'tr') return 2
  if (name === 'thead' || name === 'tbody' || name === 'tfoot') return 3
  return name === 'table' ? 4 : 0
}

const SMALL_PIXELS = 50
const SMALL_DATA = 200

/** Icons, spacers and counters, which cannot hold a table. */
export const isSmallPicture = ({ width, height, src = '' }: Attributes): boolean =>
  [width, height].some((size) => size !== undefined && !size.includes('%') && Number.parseInt(size, 10) < SMALL_PIXELS) ||
  (src.startsWith('data:') && src.length < SMALL_DATA)

const MOST_COLUMNS = 1000

/** A span as browsers take it: at least 1, and bounded. */
export const spanOf = (value: string | undefined): number => {
  if (value === undefined) return 1
  const span = Number.parseInt(value, 10)
  return span >= 1 ? Math.min(span, MOST_COLUMNS) : 1
}
