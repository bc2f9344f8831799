import type { Setting } from '../seen-text/line-text.ts'
import { looksAlike, SMALLEST_POINTS, WHITE } from '../seen-text/seen-text.ts'
import { isToggled, NARROWEST, type Styles } from './styles.ts'
import type { Color, TextProperties } from './text-properties.ts'

/** What becomes of a stretch of text. */
export type Look = {
  readonly leftOut: 'hidden' | 'struck' | undefined
  readonly setting: Setting
  /** A font of symbols. */
  readonly font: string | undefined
  /** It may have the colour of its ground, which is not known. */
  readonly uncertain: boolean
}

/** What a run stands in. */
export type Around = {
  readonly tableStyle: string | undefined
  readonly paragraphStyle: string | undefined
  readonly paragraphFill: Color | undefined
  /** What lies behind the paragraph. */
  readonly ground: Color
}

export const isSame = (one: Around, other: Around): boolean =>
  one.tableStyle === other.tableStyle &&
  one.paragraphStyle === other.paragraphStyle &&
  one.paragraphFill === other.paragraphFill &&
  one.ground === other.ground

/** Half points: letters that are moved by less are only evened out. */
const OFF_LINE = 4

const settingOf = (vertical: TextProperties['vertical'], position = 0): Setting => {
  if (vertical === 'raised' || vertical === 'lowered') return vertical
  return Math.abs(position) < OFF_LINE ? 'on-line' : position > 0 ? 'raised' : 'lowered'
}

const painted = (color: Color | undefined): Color | undefined => (color === 'none' ? undefined : color)

/** Whether letters of a colour are seen on a ground; undefined where that is not known. */
const isSeenOn = (color: Color, ground: Color): boolean | undefined => {
  if (color === 'auto' || color === 'unknown') return true
  if (ground === 'unknown') return looksAlike(color, WHITE) ? undefined : true
  return !looksAlike(color, ground)
}

/** Says how a run is seen: by its own properties, its style, and those of the paragraph and the table that it stands in. */
export const lookOf = (styles: Styles, own: TextProperties, style: string | undefined, around: Around): Look => {
  const { defaults, usual } = styles
  const paragraphStyle = around.paragraphStyle ?? usual.get('paragraph')
  const base = styles.base(around.tableStyle, paragraphStyle)
  const named = styles.text(style)
  const pick = <Name extends keyof TextProperties>(name: Name): TextProperties[Name] => own[name] ?? named[name] ?? base[name]

  const ground =
    painted(pick('highlight')) ??
    painted(pick('fill')) ??
    painted(around.paragraphFill) ??
    (around.paragraphFill === undefined ? styles.ground(paragraphStyle) : undefined) ??
    around.ground
  const size = pick('size') ?? Number.POSITIVE_INFINITY
  const seen = isSeenOn(pick('color') ?? 'auto', ground)
  const isHidden =
    (own.hidden ?? (defaults.hidden === true || isToggled(base.hidden, named.hidden))) ||
    size <= SMALLEST_POINTS * 2 ||
    (pick('width') ?? 100) < NARROWEST ||
    pick('unpainted') === true ||
    seen === false
  const isStruck = (own.struck ?? (defaults.struck === true || isToggled(base.struck, named.struck))) || pick('struckTwice') === true
  return {
    leftOut: isHidden ? 'hidden' : isStruck ? 'struck' : undefined,
    setting: settingOf(pick('vertical'), pick('position')),
    font: pick('font') || undefined,
    uncertain: seen === undefined,
  }
}
