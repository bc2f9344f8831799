import { clipped, clippedRegions, leftOf } from '../page-layout/clips.ts'
import type { Area, Drawing, DrawnGlyph, DrawnPicture } from '../page-layout/drawing.ts'
import type { Ink } from '../page-layout/ink.ts'
import { apply, IDENTITY, type Matrix, matrixOf, multiply, type Point } from '../page-layout/matrix.ts'
import type { Box } from '../page-layout/page-content.ts'
import { type Painting, paintedBy } from '../page-layout/painting.ts'
import { regionOf } from '../page-layout/regions.ts'
import { hasCurves, MOST_SEGMENTS, partsOf, type Segment, tooManyLines } from '../page-layout/shapes.ts'
import { UnreadableError } from '../reader.ts'
import { colourNamed, type GraphicsState, INITIAL, SETTINGS, startInks } from './graphics-state.ts'
import type { PageOperators, PdfFont } from './library.ts'
import { MarkedContent } from './marked-content.ts'
import { drawText, isStroked, type ShownText, visibilityOf } from './text-drawing.ts'

/** What happened since the last `save`: pictures leave no operator behind, only a transformation under which nothing is drawn. */
type Layer = { readonly state: GraphicsState; transformed: boolean; painted: boolean }

const UNIT_SQUARE: readonly Point[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
]
/** Letters lower than this share of the page's height are no more than dust. */
const DUST = 1 / 1000

const cornersOf = ([left = 0, bottom = 0, right = 0, top = 0]: ArrayLike<number> & Iterable<number>): Point[] => [
  [left, bottom],
  [right, bottom],
  [right, top],
  [left, top],
]

const FILLING = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']
const STROKING = ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']
const EVEN_ODD = ['eoFill', 'eoFillStroke', 'closeEOFillStroke']

/** Follows the operators of a page, keeping track of every setting that moves, colours or hides a glyph or a line. */
export const interpretPage = (
  { functions, operands, fonts, view, isShown, hasOpaquePictures, unread: fields }: PageOperators,
  codes: Readonly<Record<string, number>>,
): Drawing => {
  const glyphs: DrawnGlyph[] = []
  const segments: Segment[] = []
  const pictures: DrawnPicture[] = []
  const areas: Area[] = []
  const unread: Box[] = [...fields]
  let [shapes, order] = [0, 0]
  let hidden = false
  const layers: Layer[] = []
  let layer: Layer = { state: { ...INITIAL }, transformed: false, painted: false }
  let [textMatrix, lineMatrix]: [Matrix, Matrix] = [IDENTITY, IDENTITY]
  let clipRule: 'nonzero' | 'evenodd' | undefined
  /** Masks are painted beside the page, and annotations over it. */
  let [masks, notes] = [0, 0]
  const marked = new MarkedContent(isShown)
  const inkOf = startInks()
  const least = Math.abs((view[3] ?? 0) - (view[1] ?? 0)) * DUST

  const save = () => {
    layers.push(layer)
    layer = { state: { ...layer.state }, transformed: false, painted: false }
  }
  const endLayer = () => {
    const { state, transformed, painted } = layer
    if (transformed && !painted && !isOff()) {
      const corners = UNIT_SQUARE.map(([x, y]) => apply(state.ctm, x, y))
      pictures.push({ corners, opaque: isPlain(state) && hasOpaquePictures() ? true : undefined, order: order++ })
    }
    return transformed || painted
  }
  const restore = () => {
    const painted = endLayer()
    layer = layers.pop() ?? { ...layer, transformed: false, painted: false }
    layer.painted ||= painted
  }
  const isOff = () => marked.hidden || masks > 0
  const isPlain = (state: GraphicsState) => state.fillOpacity * state.groupOpacity >= 1 && state.blend === 'normal' && !state.masked
  const layerOf = (): Ink['layer'] => (notes > 0 ? 'note' : marked.artifact ? 'artifact' : 'page')
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
  const clipTo = (parts: readonly (readonly Point[])[], evenOdd: boolean) => {
    layer.state.clip = clipped(layer.state.clip, regionOf(parts, evenOdd))
  }
  const clipToBox = (box: ArrayLike<number> | null | undefined) => {
    if (box != null) clipTo([cornersOf(Array.from(box)).map(([x, y]) => apply(layer.state.ctm, x, y))], false)
  }

  const codesOf = (names: readonly string[]): ReadonlySet<number | undefined> => new Set(names.map((name) => codes[name]))
  const [filling, stroking, evenOdd] = [codesOf(FILLING), codesOf(STROKING), codesOf(EVEN_ODD)]
  const paint = (painting: Painting) => {
    const found = paintedBy(painting)
    for (const segment of found.segments) segments.push(segment)
    for (const box of found.letterLike) unread.push(box)
    for (const { region, ink } of found.areas) areas.push({ regions: clippedRegions(layer.state.clip, region), ink, order: order++ })
    if (found.isShape) shapes++
    if (segments.length > MOST_SEGMENTS) throw new UnreadableError('too-complex', tooManyLines)
  }
  const constructPath = (code: number, [path]: readonly (ArrayLike<number> | null)[]) => {
    const { state } = layer
    const [filled, stroked] = [filling.has(code), stroking.has(code)]
    const rule = clipRule
    clipRule = undefined
    if (filled || stroked) layer.painted = true
    else if (rule === undefined) return
    const round = path != null && hasCurves(path)
    const parts = path == null ? [] : partsOf(path, state.ctm, round)
    if ((filled || stroked) && path != null && !isOff())
      paint({
        parts,
        corners: round ? partsOf(path, state.ctm) : parts,
        evenOdd: evenOdd.has(code),
        ...(filled && { fill: inkOf(state, false, layerOf()) }),
        ...(stroked && { stroke: inkOf(state, true, layerOf()) }),
        lineWidth: state.lineWidth * Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2])),
      })
    if (rule !== undefined) clipTo(parts, rule === 'evenodd')
  }

  const showText = (text: ShownText) => {
    layer.painted = true
    const { state } = layer
    const ink = inkOf(state, isStroked(state.mode), layerOf())
    const visibility = isOff() || ink.opacity <= 0 ? 'never' : visibilityOf(state)
    const at = order++
    textMatrix = drawText(text, state, textMatrix, (letter, middle, direction, width, size) => {
      const glyph = {
        text: letter,
        middle,
        direction,
        width,
        size,
        font: state.fontName,
        ink,
        order: at,
        doubtful: visibility === 'perhaps',
        shade: 0,
        ground: 0,
      }
      const left = visibility === 'never' || !(size > least) ? 'none' : leftOf(state.clip, glyph)
      if (left === 'none') hidden ||= letter.trim() !== ''
      else {
        glyph.doubtful ||= left === 'part'
        glyphs.push(glyph)
      }
    })
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
    setLineWidth: (value: number) => Object.assign(layer.state, { lineWidth: value }),
    setFillRGBColor: (colour: unknown) => Object.assign(layer.state, { fill: colourNamed(colour) }),
    setStrokeRGBColor: (colour: unknown) => Object.assign(layer.state, { stroke: colourNamed(colour) }),
    setFillColorN: () => Object.assign(layer.state, { fill: undefined }),
    setStrokeColorN: () => Object.assign(layer.state, { stroke: undefined }),
    setFillTransparent: () => Object.assign(layer.state, { fill: undefined }),
    setStrokeTransparent: () => Object.assign(layer.state, { stroke: undefined }),
    setFont,
    setGState: (entries: readonly (readonly [string, unknown])[]) => {
      for (const [key, value] of entries) {
        if (key === 'Font' && Array.isArray(value)) setFont(String(value[0]), Number(value[1]))
        SETTINGS[key]?.(layer.state, value)
      }
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
    clip: () => {
      clipRule = 'nonzero'
    },
    eoClip: () => {
      clipRule = 'evenodd'
    },
    constructPath,
    shadingFill: () => {
      layer.painted = true
      const { box } = layer.state.clip
      if (!isOff())
        areas.push({
          regions: clippedRegions(layer.state.clip, { ...box, evenOdd: false }),
          ink: { ...inkOf(layer.state, false, layerOf()), colour: undefined },
          order: order++,
        })
    },
    paintFormXObjectBegin: (matrix: ArrayLike<number> | null, box: ArrayLike<number> | null) => {
      save()
      if (matrix !== null) layer.state.ctm = multiply(layer.state.ctm, matrixOf(matrix))
      clipToBox(box)
    },
    paintFormXObjectEnd: restore,
    beginGroup: ({ matrix, bbox, smask }: { matrix?: ArrayLike<number> | null; bbox?: ArrayLike<number> | null; smask?: unknown }) => {
      save()
      const { state } = layer
      if (smask) masks++
      groups.push(Boolean(smask))
      const outer = state.ctm
      if (matrix != null) state.ctm = multiply(outer, matrixOf(matrix))
      clipToBox(bbox)
      state.ctm = outer
      // What shows a group shows all of it; a way of blending or a mask leaves that unknown.
      state.groupOpacity *= state.fillOpacity
      Object.assign(state, { fillOpacity: 1, strokeOpacity: 1, masked: state.masked || state.blend === 'other' })
    },
    endGroup: () => {
      if (groups.pop()) masks--
      restore()
    },
    beginMarkedContent: (tag: unknown) => marked.begin(String(tag)),
    beginMarkedContentProps: (tag: unknown, properties: unknown) => marked.begin(String(tag), properties),
    endMarkedContent: () => marked.end(),
    beginAnnotation: (_id: string, box: ArrayLike<number> | null, placement: ArrayLike<number>, matrix: ArrayLike<number>) => {
      save()
      notes++
      layer = { ...layer, state: { ...INITIAL } }
      clipToBox(box)
      layer.state.ctm = multiply(matrixOf(placement), matrixOf(matrix))
    },
    endAnnotation: () => {
      notes--
      restore()
    },
  }
  const groups: boolean[] = []
  const byCode = new Map(Object.entries(handlers).map(([name, handle]) => [codes[name], handle]))

  for (const [index, code] of functions.entries()) {
    const args = operands[index]
    byCode.get(code)?.(...((Array.isArray(args) ? args : []) as never[]))
  }
  while (layers.length > 0) restore()
  endLayer()
  return { glyphs, segments, pictures, areas, unread, shapes, hidden }
}
