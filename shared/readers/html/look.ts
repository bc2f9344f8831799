/** How text is seen in an element: whether at all, struck out, above or below its line. */
import type { Declarations } from './css/declarations.ts'
import type { Said } from './css/style-sheet.ts'
import { BLACK, type Colour, colour, letterSize, lookAlike, pixels, WHITE } from './css/values.ts'
import { tableRank } from './elements.ts'
import { FAR, isClipped, isDisplaced, isMovedOff, mayBeUnseen, takesNoRoom } from './out-of-sight.ts'
import type { Attributes } from './tags.ts'

export type Look = {
  /** The element with all that it holds is not drawn. */
  readonly gone: boolean
  /** Whether its letters are seen; a `gap` is not, but takes its room: what stands on both sides of it does not meet. */
  readonly letters: 'seen' | 'gap' | 'none'
  readonly struck: boolean
  /** Above (1) or below (-1) the line. */
  readonly level: -1 | 0 | 1
  /** Moved by a length alone, as whole paragraphs may be. */
  readonly moved: boolean
  /** Its letters run from right to left. */
  readonly turned: boolean
  readonly size: number
  readonly colour: Colour | undefined
  /** Undefined where it is not told, as behind a picture. */
  readonly ground: Colour | undefined
  readonly visible: boolean
  readonly transparent: boolean
  readonly offPage: boolean
  /** Of what it holds only the summary is drawn. */
  readonly closed: boolean
  /** It may be seen otherwise than it is taken here. */
  readonly uncertain: boolean
  readonly inCell: boolean
  /** It is drawn at another place of its cell than where it stands, or over what stands there. */
  readonly displaced: boolean
}

export const PLAIN: Look = {
  ...{ gone: false, letters: 'seen', struck: false, level: 0, moved: false, turned: false, size: 16, colour: BLACK, ground: WHITE },
  ...{ visible: true, transparent: false, offPage: false, closed: false, uncertain: false, inCell: false, displaced: false },
}

const SMALLEST = 1.5
/** Letters of less than this share of those around them are small. */
const SMALL = 0.9
const FAINT = 0.05

const OF_ELEMENTS: ReadonlyMap<string, Declarations> = new Map(
  Object.entries({
    sup: { 'vertical-align': 'super', 'font-size': 'smaller' },
    sub: { 'vertical-align': 'sub', 'font-size': 'smaller' },
    s: { 'text-decoration': 'line-through' },
    strike: { 'text-decoration': 'line-through' },
    small: { 'font-size': 'smaller' },
    rt: { 'vertical-align': 'super', 'font-size': '50%' },
  }),
)

const ofAttributes = (name: string, { color, bgcolor, background, text, dir }: Attributes): Declarations | undefined => {
  const ground = name === 'body' || tableRank(name) > 0
  const letters = name === 'font' ? color : name === 'body' ? text : undefined
  const turned = name === 'bdo' && dir?.toLowerCase() === 'rtl'
  if (letters === undefined && !(ground && (bgcolor ?? background)) && !turned) return undefined
  return {
    ...(letters !== undefined && { color: letters }),
    ...(ground && bgcolor !== undefined && { 'background-color': bgcolor }),
    ...(ground && background !== undefined && { 'background-image': 'url()' }),
    ...(turned && { direction: 'rtl', 'unicode-bidi': 'bidi-override' }),
  }
}

/** One cascade: what is `!important` counts last. */
const merged = (all: readonly Declarations[]): Declarations => {
  const plain: Record<string, string> = {}
  const important: Record<string, string> = {}
  for (const declarations of all)
    for (const [property, value] of Object.entries(declarations)) {
      if (property.endsWith('!')) important[property.slice(0, -1)] = value
      // The short form sets all that it stands for.
      else plain[property] = value
      if (property === 'font') delete plain['font-size']
      if (property === 'background') delete plain['background-color']
      if (property === 'text-decoration') delete plain['text-decoration-line']
    }
  return { ...plain, ...important }
}

const groundOf = (style: Declarations, parent: Look): Colour | undefined => {
  const all = style.background ?? ''
  if (/url\(|gradient/.test(`${all} ${style['background-image'] ?? ''}`)) return undefined
  const words = [style['background-color'], ...all.replace(/\([^)]*\)/g, (part) => part.replace(/\s+/g, '')).split(/\s+/)]
  const own = words.map(colour).find((each) => each !== undefined)
  if (own === undefined || own.opacity === 0) return parent.ground
  return own.opacity < 1 ? undefined : own
}

/** By forms of the font that are drawn above or below the line. */
const levelOfForms = (style: Declarations): 1 | -1 | undefined => {
  const forms = `${style['font-variant-position']} ${style['font-feature-settings']}`
  if (/super|['"]sups/.test(forms)) return 1
  return /\bsub\b|['"](?:subs|sinf)/.test(forms) ? -1 : undefined
}

/** By a word, or by how far it is moved: `vertical-align` of a cell says where its lines stand, not how high. */
const levelOf = (name: string, style: Declarations, size: number, parent: Look): Pick<Look, 'level' | 'moved'> => {
  const align = tableRank(name) > 0 ? undefined : style['vertical-align']
  const small = size < SMALL * parent.size
  const level = levelOfForms(style)
  if (level !== undefined) return { level, moved: false }
  if (align === 'super' || (small && (align === 'top' || align === 'text-top'))) return { level: 1, moved: false }
  if (align === 'sub' || (small && (align === 'bottom' || align === 'text-bottom'))) return { level: -1, moved: false }
  const relative = style.position === 'relative'
  const up =
    pixels(style['mso-text-raise'], size) ??
    (relative && style.top !== undefined ? -(pixels(style.top, size) ?? 0) : undefined) ??
    (relative ? pixels(style.bottom, size) : undefined) ??
    pixels(align, size)
  if (up === undefined || Math.abs(up) < 1) return { level: parent.level, moved: parent.moved }
  return { level: up > 0 ? 1 : -1, moved: !small && (parent.level === 0 || parent.moved) }
}

const isGone = (name: string, style: Declarations, { hidden, popover, open }: Attributes, parent: Look): boolean =>
  (parent.closed && name !== 'summary') ||
  style.display === 'none' ||
  style['mso-hide'] === 'all' ||
  style['mso-element'] === 'comment' ||
  style['content-visibility'] === 'hidden' ||
  (hidden !== undefined && style.display === undefined) ||
  (popover !== undefined && style.display === undefined) ||
  (name === 'dialog' && open === undefined && style.display === undefined) ||
  (name === 'tr' && style.visibility === 'collapse')

const sizeIn = (style: Declarations, parent: Look): number => {
  const font = style['font-size'] ?? style.font
  return (font === undefined ? undefined : letterSize(font, parent.size)) ?? parent.size
}

const colourIn = (style: Declarations, parent: Look): Colour | undefined => {
  const stated = style['-webkit-text-fill-color'] ?? style.color
  return stated === undefined || stated === 'inherit' || stated === 'currentcolor' ? parent.colour : colour(stated)
}

const isVisible = ({ visibility }: Declarations, parent: Look): boolean =>
  visibility === undefined || visibility === 'inherit' ? parent.visible : visibility === 'visible'

const part = (value: string): number => Number.parseFloat(value) * (value.endsWith('%') ? 0.01 : 1)
/** Of letters, and of all that a filter leaves of them. */
const opacityOf = ({ opacity = '1', filter }: Declarations): number => {
  const [, filtered = '1'] = /(?:^|[\s)])opacity\(\s*([^)]*)\)/.exec(filter ?? '') ?? []
  return part(opacity) * part(filtered)
}

const isPale = (letters: Colour | undefined, ground: Colour | undefined): boolean =>
  letters !== undefined && (letters.opacity <= FAINT || (ground !== undefined && lookAlike(letters, ground)))

const isUndrawn = (name: string, style: Declarations, attributes: Attributes, parent: Look): boolean =>
  isGone(name, style, attributes, parent) || isClipped(style) || takesNoRoom(name, style)

const lettersIn = ({
  visible,
  transparent,
  colour,
  ground,
}: Pick<Look, 'visible' | 'transparent' | 'colour' | 'ground'>): Look['letters'] =>
  !visible || transparent || isPale(colour, ground) ? 'gap' : 'seen'

const lookIn = (name: string, attributes: Attributes, style: Declarations, parent: Look): Look => {
  const [size, letters, ground] = [sizeIn(style, parent), colourIn(style, parent), groundOf(style, parent)]
  const [visible, transparent] = [isVisible(style, parent), parent.transparent || opacityOf(style) <= FAINT]
  const indent = pixels(style['text-indent'], size)
  const offPage = indent === undefined ? parent.offPage : indent <= FAR
  const isTable = name === 'table'
  const closed = name === 'details' && attributes.open === undefined
  const gone = isUndrawn(name, style, attributes, parent) || isMovedOff(style, size)
  const seen = offPage || size < SMALLEST || closed ? 'none' : lettersIn({ visible, transparent, colour: letters, ground })
  return {
    gone,
    letters: seen,
    struck: parent.struck || /line-through/.test(style['text-decoration-line'] ?? style['text-decoration'] ?? ''),
    ...levelOf(name, style, size, parent),
    turned: parent.turned || (style.direction === 'rtl' && /override/.test(style['unicode-bidi'] ?? '')),
    ...{ size, colour: letters, ground, visible, transparent, offPage, closed },
    uncertain: parent.uncertain || (seen === 'seen' && mayBeUnseen(style)),
    inCell: tableRank(name) === 1 || (parent.inCell && !isTable),
    displaced: !isTable && (parent.displaced || (parent.inCell && isDisplaced(style, size))),
  }
}

/** The attributes that what is below looks at. */
export const LOOK_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['style', 'hidden', 'popover', 'open', 'color', 'bgcolor', 'background', 'text', 'dir'],
])

/** What is there besides style sheets and may change the look. */
const hasOwnLook = (name: string, { hidden, popover }: Attributes, parent: Look): boolean =>
  name === 'dialog' ||
  name === 'details' ||
  parent.closed ||
  hidden !== undefined ||
  popover !== undefined ||
  ((tableRank(name) === 1) !== parent.inCell && (tableRank(name) === 1 || name === 'table'))

/** So many rules that may be for an element are tried one by one. */
const MOST_TRIED = 8

const isSeenAlike = (a: Look, b: Look): boolean =>
  a.gone === b.gone &&
  a.letters === b.letters &&
  a.struck === b.struck &&
  a.level === b.level &&
  a.turned === b.turned &&
  a.uncertain === b.uncertain &&
  a.displaced === b.displaced

/** The look of an element in another; `rules` are what style sheets say of it, the weaker first. Where those that may be for it would change it, it is uncertain. */
export const lookOf = (
  name: string,
  attributes: Attributes,
  rules: readonly Said[],
  inline: Declarations | undefined,
  parent: Look,
): Look => {
  const [byName, byAttributes] = [OF_ELEMENTS.get(name), ofAttributes(name, attributes)]
  const isStyled = byName !== undefined || byAttributes !== undefined || rules.length > 0 || inline !== undefined
  if (!isStyled && !hasOwnLook(name, attributes, parent)) return parent
  const lookWith = (said: readonly Said[]): Look => {
    const all = [byName, byAttributes, ...said.map(({ declarations }) => declarations), inline].filter((each) => each !== undefined)
    return lookIn(name, attributes, merged(all), parent)
  }
  if (rules.every(({ isSure }) => isSure)) return lookWith(rules)
  const sure = lookWith(rules.filter(({ isSure }) => isSure))
  const open = rules.filter(({ isSure }) => !isSure).slice(0, MOST_TRIED)
  const others = [rules, ...open.map((one) => rules.filter((each) => each.isSure || each === one))].map(lookWith)
  return others.every((other) => isSeenAlike(sure, other)) ? sure : { ...sure, uncertain: true }
}
