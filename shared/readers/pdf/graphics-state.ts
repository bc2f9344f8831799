import { type Clip, UNCLIPPED } from '../page-layout/clips.ts'
import type { Colour, Ink } from '../page-layout/ink.ts'
import { IDENTITY, type Matrix } from '../page-layout/matrix.ts'
import type { TextState } from './text-drawing.ts'

/** Everything that decides how and where the next thing is painted. */
export type GraphicsState = TextState & {
  ctm: Matrix
  fill: Colour
  stroke: Colour
  fillOpacity: number
  strokeOpacity: number
  blend: Ink['blend']
  /** What is painted shows through a mask, of which nothing is known here. */
  masked: boolean
  /** The opacity of the groups that are open. */
  groupOpacity: number
  clip: Clip
  lineWidth: number
}

export const INITIAL: GraphicsState = {
  ctm: IDENTITY,
  font: {},
  fontName: '',
  size: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
  fill: 0,
  stroke: 0,
  fillOpacity: 1,
  strokeOpacity: 1,
  blend: 'normal',
  masked: false,
  groupOpacity: 1,
  clip: UNCLIPPED,
  lineWidth: 1,
}

/** A colour as the library names it, `#rrggbb`. */
export const colourNamed = (name: unknown): Colour =>
  typeof name === 'string' && /^#[\da-f]{6}$/i.test(name) ? Number.parseInt(name.slice(1), 16) : undefined

const BLENDS: Readonly<Record<string, Ink['blend']>> = {
  'source-over': 'normal',
  normal: 'normal',
  multiply: 'multiply',
  darken: 'multiply',
}

/** Settings that a dictionary of the file makes all at once. */
export const SETTINGS: Readonly<Record<string, (state: GraphicsState, value: unknown) => void>> = {
  LW: (state, value) => {
    state.lineWidth = Number(value)
  },
  ca: (state, value) => {
    state.fillOpacity = Number(value)
  },
  CA: (state, value) => {
    state.strokeOpacity = Number(value)
  },
  BM: (state, value) => {
    state.blend = BLENDS[String(value)] ?? 'other'
  },
  SMask: (state, value) => {
    state.masked = value === true
  },
}

/** Gives the inks of a page, each of them one object. */
export const startInks = (): ((state: GraphicsState, stroked: boolean, layer: Ink['layer']) => Ink) => {
  const known = new Map<string, Ink>()
  let last: Ink | undefined
  return (state, stroked, layer) => {
    const colour = stroked ? state.stroke : state.fill
    const opacity = (stroked ? state.strokeOpacity : state.fillOpacity) * state.groupOpacity
    const blend = state.masked ? 'other' : state.blend
    if (last !== undefined && last.colour === colour && last.opacity === opacity && last.blend === blend && last.layer === layer)
      return last
    const key = `${colour} ${opacity} ${blend} ${layer}`
    const ink = known.get(key) ?? { colour, opacity, blend, layer }
    known.set(key, ink)
    last = ink
    return ink
  }
}
