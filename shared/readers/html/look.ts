/** How text is seen in an element: whether at all, struck out, above or below its line. */
import type { Declarations } from './css/declarations.ts'
import { BLACK, type Colour, colour, letterSize, lookAlike, pixels, WHITE } from './css/values.ts'
import { tableRank } from './elements.ts'
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
}

export const PLAIN: Look = {
  ...{ gone: false, letters: 'seen', struck: false, level: 0, moved: false, turned: false, size: 16, colour: BLACK, ground: WHITE },
  ...{ visible: true, transparent: false, offPage: false, closed: false },
}

/** Further than any page reaches to the left or above. */
const FAR = -300
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

const isClipped = (style: Declarations): boolean => {
  const positioned = style.position === 'absolute' || style.position === 'fixed'
  const [, edges] = /^rect\(([^)]*)\)/.exec(style.clip ?? '') ?? []
  const numbers = edges?.split(/[\s,]+/).map(Number.parseFloat) ?? []
  const [top = 0, right = 0, bottom = 0, left = 0] = numbers
  if (positioned && numbers.length >= 4 && (right - left <= 1 || bottom - top <= 1)) return true
  return /^(?:inset\((?:50|100)%|circle\(0)/.test(style['clip-path'] ?? '')
}

const isNothing = (value: string | undefined): boolean =>
  value !== undefined && !/[1-9]\S*%$/.test(value) && (pixels(value, 16) ?? Number.POSITIVE_INFINITY) <= 1

/** Cells are as wide as their table makes them. */
const takesNoRoom = (name: string, style: Declarations): boolean => {
  const cut = tableRank(name) === 0 && /hidden|clip/.test(style.overflow ?? '')
  const flat = [style.width, style.height, style['max-height']].some(isNothing)
  return (cut && flat) || /scale\(0(?:\.0*)?[),]/.test(style.transform ?? '')
}

const isMovedOff = (style: Declarations, size: number): boolean => {
  const isFar = (value: string | undefined): boolean => (pixels(value, size) ?? 0) <= FAR
  const placed = style.position !== undefined && style.position !== 'static'
  const [, moved] = /translate(?:x|y|3d)?\(\s*([^,)]+)/.exec(style.transform ?? '') ?? []
  return (placed && (isFar(style.left) || isFar(style.top))) || isFar(moved)
}

/** By a word, or by how far it is moved: `vertical-align` of a cell says where its lines stand, not how high. */
const levelOf = (name: string, style: Declarations, size: number, parent: Look): Pick<Look, 'level' | 'moved'> => {
  const align = tableRank(name) > 0 ? undefined : style['vertical-align']
  const small = size < SMALL * parent.size
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
  return stated === undefined || stated === 'inherit' ? parent.colour : colour(stated)
}

const isVisible = ({ visibility }: Declarations, parent: Look): boolean =>
  visibility === undefined || visibility === 'inherit' ? parent.visible : visibility === 'visible'

const opacityOf = ({ opacity = '1' }: Declarations): number => Number.parseFloat(opacity) * (opacity.endsWith('%') ? 0.01 : 1)

const isPale = (letters: Colour | undefined, ground: Colour | undefined): boolean =>
  letters !== undefined && (letters.opacity <= FAINT || (ground !== undefined && lookAlike(letters, ground)))

const lookIn = (name: string, attributes: Attributes, style: Declarations, parent: Look): Look => {
  const [size, letters, ground] = [sizeIn(style, parent), colourIn(style, parent), groundOf(style, parent)]
  const [visible, transparent] = [isVisible(style, parent), parent.transparent || opacityOf(style) <= FAINT]
  const indent = pixels(style['text-indent'], size)
  const offPage = indent === undefined ? parent.offPage : indent <= FAR
  const closed = name === 'details' && attributes.open === undefined
  return {
    gone: isGone(name, style, attributes, parent) || isClipped(style) || takesNoRoom(name, style) || isMovedOff(style, size),
    letters: offPage || size < SMALLEST || closed ? 'none' : !visible || transparent || isPale(letters, ground) ? 'gap' : 'seen',
    struck: parent.struck || /line-through/.test(style['text-decoration-line'] ?? style['text-decoration'] ?? ''),
    ...levelOf(name, style, size, parent),
    turned: parent.turned || (style.direction === 'rtl' && /override/.test(style['unicode-bidi'] ?? '')),
    ...{ size, colour: letters, ground, visible, transparent, offPage, closed },
  }
}

/** The attributes that what is below looks at. */
export const LOOK_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['style', 'hidden', 'popover', 'open', 'color', 'bgcolor', 'background', 'text', 'dir'],
])

/** What is there besides style sheets and may change the look. */
const hasOwnLook = (name: string, { hidden, popover }: Attributes, parent: Look): boolean =>
  name === 'dialog' || name === 'details' || parent.closed || hidden !== undefined || popover !== undefined

/** The look of an element in another; `rules` are what style sheets say of it, the weaker first. */
export const lookOf = (
  name: string,
  attributes: Attributes,
  rules: readonly Declarations[],
  inline: Declarations | undefined,
  parent: Look,
): Look => {
  const [byName, byAttributes] = [OF_ELEMENTS.get(name), ofAttributes(name, attributes)]
  const isStyled = byName !== undefined || byAttributes !== undefined || rules.length > 0 || inline !== undefined
  if (!isStyled && !hasOwnLook(name, attributes, parent)) return parent
  const all = [byName, byAttributes, ...rules, inline].filter((each) => each !== undefined)
  return lookIn(name, attributes, merged(all), parent)
}
