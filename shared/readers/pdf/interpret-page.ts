import type { Drawing, DrawnGlyph } from '../page-layout/drawing.ts'
import { apply, IDENTITY, type Matrix, matrixOf, multiply, type Point } from '../page-layout/matrix.ts'
import { MOST_SEGMENTS, type Segment, segmentsOf, tooManyLines } from '../page-layout/shapes.ts'
import { UnreadableError } from '../reader.ts'
import type { PageOperators, PdfFont } from './library.ts'
import { drawText, type ShownText, type TextState } from './text-drawing.ts'

type GraphicsState = TextState & { ctm: Matrix }
/** What happened since the last `save`: pictures leave no operator behind, only a transformation under which nothing is drawn. */
type Layer = { readonly state: GraphicsState; transformed: boolean; painted: boolean }

const UNIT_SQUARE = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const

const INITIAL: GraphicsState = {
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
}

/** Follows the operators of a page, keeping track of every setting that moves a glyph or a line. */
export const interpretPage = ({ functions, operands, fonts }: PageOperators, codes: Readonly<Record<string, number>>): Drawing => {
  const glyphs: DrawnGlyph[] = []
  const segments: Segment[] = []
  const pictures: (readonly Point[])[] = []
  let shapes = 0
  const layers: Layer[] = []
  let layer: Layer = { state: { ...INITIAL }, transformed: false, painted: false }
  let [textMatrix, lineMatrix]: [Matrix, Matrix] = [IDENTITY, IDENTITY]

  const save = () => {
    layers.push(layer)
    layer = { state: { ...layer.state }, transformed: false, painted: false }
  }
  const endLayer = () => {
    const { state, transformed, painted } = layer
    if (transformed && !painted) pictures.push(UNIT_SQUARE.map(([x, y]) => apply(state.ctm, x, y)))
    return transformed || painted
  }
  const restore = () => {
    const painted = endLayer()
    layer = layers.pop() ?? { ...layer, transformed: false, painted: false }
    layer.painted ||= painted
  }
  const transform = (matrix: Matrix) => {
    layer.state.ctm = multiply(layer.state.ctm, matrix)
    layer.transformed = true
  }
  const moveText = (x: number, y: number) => {
    lineMatrix = multiply(lineMatrix, [1, 0, 0, 1, x, y])
    textMatrix = lineMatrix
  }
  const fontNamed = (name: string): PdfFont => fonts.get(name) ?? {}
  const setFont = (name: string, size: number) => Object.assign(layer.state, { font: fontNamed(name), fontName: name, size })

  const stroking = new Set(['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'].map(codeOf))
  const filling = new Set(['fill', 'eoFill'].map(codeOf))
  function codeOf(name: string): number | undefined {
    return codes[name]
  }
  const constructPath = (paint: number, [path]: readonly (ArrayLike<number> | null)[]) => {
    const stroked = stroking.has(paint)
    if (path == null || !(stroked || filling.has(paint))) return
    layer.painted = true
    const found = segmentsOf(path, layer.state.ctm, stroked)
    if (found.length === 0) shapes++
    for (const segment of found) segments.push(segment)
    if (segments.length > MOST_SEGMENTS) throw new UnreadableError('too-complex', tooManyLines)
  }
  const showText = (text: ShownText) => {
    layer.painted = true
    textMatrix = drawText(text, layer.state, textMatrix, (glyph) => glyphs.push(glyph))
  }
  const settings: Record<string, (value: unknown) => void> = {
    LW: () => undefined,
    Font: (value) => {
      if (Array.isArray(value)) setFont(String(value[0]), Number(value[1]))
    },
  }

  const handlers: Record<string, (...args: never[]) => void> = {
    save,
    restore,
    transform: (...numbers: number[]) => transform(matrixOf(numbers)),
    beginText: () => {
      textMatrix = IDENTITY
      lineMatrix = IDENTITY
    },
    setCharSpacing: (value: number) => Object.assign(layer.state, { characterSpacing: value }),
    setWordSpacing: (value: number) => Object.assign(layer.state, { wordSpacing: value }),
    setHScale: (value: number) => Object.assign(layer.state, { scale: value / 100 }),
    setLeading: (value: number) => Object.assign(layer.state, { leading: value }),
    setTextRise: (value: number) => Object.assign(layer.state, { rise: value }),
    setTextRenderingMode: (value: number) => Object.assign(layer.state, { mode: value }),
    setFont,
    setGState: (entries: readonly (readonly [string, unknown])[]) => {
      for (const [key, value] of entries) settings[key]?.(value)
    },
    moveText,
    setLeadingMoveText: (x: number, y: number) => {
      layer.state.leading = -y
      moveText(x, y)
    },
    setTextMatrix: (matrix: ArrayLike<number>) => {
      textMatrix = matrixOf(matrix)
      lineMatrix = textMatrix
    },
    nextLine: () => moveText(0, -layer.state.leading),
    showText,
    constructPath,
    shadingFill: () => {
      layer.painted = true
    },
    paintFormXObjectBegin: (matrix: ArrayLike<number> | null) => {
      save()
      if (matrix !== null) layer.state.ctm = multiply(layer.state.ctm, matrixOf(matrix))
    },
    paintFormXObjectEnd: restore,
    beginAnnotation: (_id: string, _box: unknown, placement: ArrayLike<number>, matrix: ArrayLike<number>) => {
      save()
      layer.state.ctm = multiply(matrixOf(placement), matrixOf(matrix))
    },
    endAnnotation: restore,
  }
  const byCode = new Map(Object.entries(handlers).map(([name, handle]) => [codeOf(name), handle]))

  for (const [index, code] of functions.entries()) {
    const args = operands[index]
    byCode.get(code)?.(...((Array.isArray(args) ? args : []) as never[]))
  }
  while (layers.length > 0) restore()
  endLayer()
  return { glyphs, segments, pictures, shapes }
}
