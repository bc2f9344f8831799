/** Ways of styles to draw what an element holds where nobody sees it, or at another place than it stands. */
import type { Declarations } from './css/declarations.ts'
import { pixels } from './css/values.ts'
import { tableRank } from './elements.ts'

/** Further than any page reaches to the left or above. */
export const FAR = -300

export const isClipped = (style: Declarations): boolean => {
  const positioned = style.position === 'absolute' || style.position === 'fixed'
  const [, edges] = /^rect\(([^)]*)\)/.exec(style.clip ?? '') ?? []
  const numbers = edges?.split(/[\s,]+/).map(Number.parseFloat) ?? []
  const [top = 0, right = 0, bottom = 0, left = 0] = numbers
  if (positioned && numbers.length >= 4 && (right - left <= 1 || bottom - top <= 1)) return true
  return /^(?:inset\((?:[5-9]\d|100)%|circle\(0)/.test(style['clip-path'] ?? '')
}

const isNothing = (value: string | undefined): boolean =>
  value !== undefined && !/[1-9]\S*%$/.test(value) && (pixels(value, 16) ?? Number.POSITIVE_INFINITY) <= 1

/** Cells are as wide as their table makes them. */
export const takesNoRoom = (name: string, style: Declarations): boolean => {
  const cut = tableRank(name) === 0 && /hidden|clip/.test(`${style.overflow} ${style['overflow-x']} ${style['overflow-y']}`)
  if (/^0(?:\.0*)?(?:\s|$)/.test(style.scale ?? '')) return true
  const flat = [style.width, style.height, style['max-width'], style['max-height']].some(isNothing)
  return (cut && flat) || /scale\(0(?:\.0*)?[),]/.test(style.transform ?? '')
}

export const isMovedOff = (style: Declarations, size: number): boolean => {
  const isFar = (value: string | undefined): boolean => (pixels(value, size) ?? 0) <= FAR
  const placed = style.position !== undefined && style.position !== 'static'
  const edges = style.inset?.split(/\s+/) ?? []
  const [, moved] = /translate(?:x|y|3d)?\(\s*([^,)]+)/.exec(style.transform ?? '') ?? []
  return (
    (placed && [style.left, style.top, edges[0], edges[3] ?? edges[1]].some(isFar)) ||
    isFar(moved) ||
    (style.translate ?? '').split(/\s+/).some(isFar)
  )
}

/** Words that say that nothing is done. */
const IDLE =
  /^(?:none|normal|auto|unset|initial|inherit|static|row|column|0|1|(?:translate(?:3d|z)?|rotate)\(0(?:px)?(?:,\s*0(?:px)?)*\)|scale\(1\))$/

/** By fewer pixels than this nothing comes to lie over a digit. */
const LEAST = 8

/** Ways to draw a part of a cell at another place, turned round or over another part; of a whole table they change nothing. */
export const isDisplaced = (style: Declarations, size: number): boolean => {
  const is = (property: string): boolean => style[property] !== undefined && !IDLE.test(style[property])
  const back = ['margin-left', 'margin-right', 'margin-inline-start', 'letter-spacing'].map((name) => style[name])
  const shifts = [...back, ...(style.margin?.split(/\s+/) ?? []), ...(style.position === 'relative' ? [style.left, style.right] : [])]
  return (
    style.position === 'absolute' ||
    style.position === 'fixed' ||
    style.float === 'right' ||
    /reverse/.test(`${style['flex-direction']} ${style['flex-flow']}`) ||
    ['order', 'transform', 'translate', 'scale', 'rotate', 'mask', 'mask-image', '-webkit-mask', 'mix-blend-mode'].some(is) ||
    shifts.some((value) => Math.abs(pixels(value, size) ?? 0) >= Math.max(size, LEAST)) ||
    (pixels(style['letter-spacing'], size) ?? 0) <= -Math.max(size, LEAST) / 4 ||
    /calc\(|(?:min|max|clamp)\(/.test(Object.values(style).join(' '))
  )
}

/** Ways to hide whose outcome is not worked out. */
export const mayBeUnseen = (style: Declarations): boolean =>
  (style['clip-path'] !== undefined && !isClipped(style) && !IDLE.test(style['clip-path'])) ||
  /blur|brightness|contrast|invert/.test(style.filter ?? '')
