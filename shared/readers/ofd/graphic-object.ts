import type { Clip } from '../page-layout/clips.ts'
import type { Ink } from '../page-layout/ink.ts'
import { apply, type Matrix, matrixOf, multiply, type Point } from '../page-layout/matrix.ts'
import type { Box } from '../page-layout/page-content.ts'
import { boxAround, EVERYTHING } from '../page-layout/regions.ts'
import { opacityOf, type StatedColour } from './colours.ts'
import { isFalse, isTrue, numberOf, numbersOf } from './names.ts'
import { type DrawParam, paramOf, type Resources } from './resources.ts'
import type { TextRun } from './text-code.ts'

/** In millimetres: how wide a line is that does not say so. */
const USUAL_LINE = 0.353

/** A text, path, picture or placed drawing, as far as it has been read. */
export type GraphicObject = {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** From its own coordinates to the page's. */
  readonly matrix: Matrix
  /** Where it may paint; everywhere, where its boundary encloses nothing. */
  readonly bounds: Box
  readonly opacity: number
  readonly fills: boolean
  readonly strokes: boolean
  readonly lineWidth: number
  fill: StatedColour | undefined
  stroke: StatedColour | undefined
  clip: Clip
  /** Something about it is not known, such as letters that it is clipped to. */
  doubtful: boolean
  readonly texts: { readonly content: string; readonly run: TextRun }[]
  readonly paths: string[]
}

/** What its surroundings hand down to an object. */
export type Surroundings = {
  readonly matrix: Matrix
  readonly opacity: number
  readonly clip: Clip
  readonly param: DrawParam
  readonly resources: Resources
}

const boundsOf = (matrix: Matrix, [x = 0, y = 0, width = 0, height = 0]: readonly number[]): Box => {
  if (!(width > 0 && height > 0)) return EVERYTHING
  const corners: Point[] = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]
  return boxAround(corners.map(([cx, cy]) => apply(matrix, cx, cy)))
}

/** The object that an element just opened begins. */
export const openObject = (name: string, attributes: ReadonlyMap<string, string>, around: Surroundings): GraphicObject => {
  const boundary = numbersOf(attributes.get('Boundary'))
  const [x = 0, y = 0] = boundary
  const [placement, turn] = [[1, 0, 0, 1, x, y] as const, attributes.get('CTM')]
  const named = attributes.get('DrawParam')
  const param = named === undefined ? around.param : { ...around.param, ...paramOf(around.resources, named) }
  const isText = name === 'ofd:TextObject'
  const [fill, stroke] = [attributes.get('Fill'), attributes.get('Stroke')]
  return {
    name,
    attributes,
    matrix: multiply(around.matrix, turn === undefined ? placement : multiply(placement, matrixOf(numbersOf(turn)))),
    bounds: boundsOf(around.matrix, boundary),
    opacity: opacityOf(attributes.get('Alpha')) * around.opacity,
    fills: isText ? !isFalse(fill) : isTrue(fill),
    strokes: isText ? isTrue(stroke) : !isFalse(stroke),
    lineWidth: numberOf(attributes.get('LineWidth'), param.lineWidth ?? USUAL_LINE),
    fill: param.fill,
    stroke: param.stroke,
    clip: around.clip,
    doubtful: false,
    texts: [],
    paths: [],
  }
}

/** The ink of an object's inside or line; `otherwise` where no colour is stated. */
export const inkOf = (object: GraphicObject, part: 'fill' | 'stroke', otherwise: StatedColour, layer: Ink['layer']): Ink => {
  const { colour, opacity } = object[part] ?? otherwise
  return { colour, opacity: opacity * object.opacity, blend: 'normal', layer }
}
