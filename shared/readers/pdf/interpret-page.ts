import type { Drawing } from '../page-layout/drawing.ts'
import type { Ink } from '../page-layout/ink.ts'
import { IDENTITY, type Matrix, matrixOf, multiply } from '../page-layout/matrix.ts'
import { hasCurves, partsOf } from '../page-layout/shapes.ts'
import { GraphicsStack } from './graphics-stack.ts'
import { colourNamed, type GraphicsState, INITIAL, SETTINGS } from './graphics-state.ts'
import type { PageOperators } from './library.ts'
import { MarkedContent } from './marked-content.ts'
import { PagePainter } from './page-painter.ts'
import type { ShownText } from './text-drawing.ts'

const FILLING = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']
const STROKING = ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']
const EVEN_ODD = ['eoFill', 'eoFillStroke', 'closeEOFillStroke']

type Group = { readonly matrix?: ArrayLike<number> | null; readonly bbox?: ArrayLike<number> | null; readonly smask?: unknown }

/** The library hands a mark without properties over as an object of its own. */
const tagOf = (tag: unknown): string => (typeof tag === 'object' && tag !== null && 'name' in tag ? String(tag.name) : String(tag))

/** Follows the operators of a page, keeping track of every setting that moves, colours or hides a glyph or a line. */
export const interpretPage = (
  { functions, operands, fonts, view, isShown, hasOpaquePictures, unread }: PageOperators,
  codes: Readonly<Record<string, number>>,
): Drawing => {
  const painter = new PagePainter(view, unread)
  const stack = new GraphicsStack((state) => {
    if (!isOff()) painter.paintPicture(state, hasOpaquePictures)
  })
  let [textMatrix, lineMatrix]: [Matrix, Matrix] = [IDENTITY, IDENTITY]
  let clipRule: 'nonzero' | 'evenodd' | undefined
  /** Masks are painted beside the page, and annotations over it. */
  let [masks, notes] = [0, 0]
  const groups: boolean[] = []
  const marked = new MarkedContent(isShown)

  const isOff = () => marked.hidden || masks > 0
  const layerOf = (): Ink['layer'] => (notes > 0 ? 'note' : marked.artifact ? 'artifact' : 'page')
  const moveText = (x: number, y: number) => {
    lineMatrix = multiply(lineMatrix, [1, 0, 0, 1, x, y])
    textMatrix = lineMatrix
  }
  const set =
    <Name extends keyof GraphicsState>(name: Name) =>
    (value: GraphicsState[Name]): void => {
      stack.state[name] = value
    }
  const setFont = (name: string, size: number) => {
    const { state } = stack
    state.font = fonts.get(name) ?? {}
    state.fontName = name
    state.size = size
  }

  const codesOf = (names: readonly string[]): ReadonlySet<number | undefined> => new Set(names.map((name) => codes[name]))
  const [filling, stroking, evenOdd] = [codesOf(FILLING), codesOf(STROKING), codesOf(EVEN_ODD)]
  const constructPath = (code: number, [path]: readonly (ArrayLike<number> | null)[]) => {
    const { state } = stack
    const [filled, stroked] = [filling.has(code), stroking.has(code)]
    const rule = clipRule
    clipRule = undefined
    if (filled || stroked) stack.mark()
    else if (rule === undefined) return
    const round = path != null && hasCurves(path)
    const parts = path == null ? [] : partsOf(path, state.ctm, round)
    if ((filled || stroked) && path != null && !isOff())
      painter.paintPath(state, {
        parts,
        corners: round ? partsOf(path, state.ctm) : parts,
        evenOdd: evenOdd.has(code),
        ...(filled && { fill: painter.inkOf(state, false, layerOf()) }),
        ...(stroked && { stroke: painter.inkOf(state, true, layerOf()) }),
        lineWidth: state.lineWidth * Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2])),
      })
    if (rule !== undefined) stack.clipTo(parts, rule === 'evenodd')
  }

  const beginGroup = ({ matrix, bbox, smask }: Group) => {
    stack.save()
    const { state } = stack
    if (smask) masks++
    groups.push(Boolean(smask))
    const outer = state.ctm
    if (matrix != null) state.ctm = multiply(outer, matrixOf(matrix))
    stack.clipToBox(bbox)
    state.ctm = outer
    // What shows a group shows all of it; a way of blending or a mask leaves that unknown.
    state.groupOpacity *= state.fillOpacity
    state.fillOpacity = 1
    state.strokeOpacity = 1
    state.masked ||= state.blend === 'other'
  }

  const handlers: Record<string, (...args: never[]) => void> = {
    save: () => stack.save(),
    restore: () => stack.restore(),
    transform: (...numbers: number[]) => stack.transform(matrixOf(numbers)),
    beginText: () => {
      textMatrix = IDENTITY
      lineMatrix = IDENTITY
    },
    setCharSpacing: set('characterSpacing'),
    setWordSpacing: set('wordSpacing'),
    setHScale: (value: number) => set('scale')(value / 100),
    setLeading: set('leading'),
    setTextRise: set('rise'),
    setTextRenderingMode: set('mode'),
    setLineWidth: set('lineWidth'),
    setFillRGBColor: (colour: unknown) => set('fill')(colourNamed(colour)),
    setStrokeRGBColor: (colour: unknown) => set('stroke')(colourNamed(colour)),
    setFillColorN: () => set('fill')(undefined),
    setStrokeColorN: () => set('stroke')(undefined),
    setFillTransparent: () => set('fill')(undefined),
    setStrokeTransparent: () => set('stroke')(undefined),
    setFont,
    setGState: (entries: readonly (readonly [string, unknown])[]) => {
      for (const [key, value] of entries) {
        if (key === 'Font' && Array.isArray(value)) setFont(String(value[0]), Number(value[1]))
        SETTINGS[key]?.(stack.state, value)
      }
    },
    moveText,
    setLeadingMoveText: (x: number, y: number) => {
      stack.state.leading = -y
      moveText(x, y)
    },
    setTextMatrix: (matrix: ArrayLike<number>) => {
      textMatrix = matrixOf(matrix)
      lineMatrix = textMatrix
    },
    nextLine: () => moveText(0, -stack.state.leading),
    showText: (text: ShownText) => {
      stack.mark()
      textMatrix = painter.paintText(text, stack.state, textMatrix, layerOf(), isOff())
    },
    clip: () => {
      clipRule = 'nonzero'
    },
    eoClip: () => {
      clipRule = 'evenodd'
    },
    constructPath,
    shadingFill: () => {
      stack.mark()
      if (!isOff()) painter.paintGradient(stack.state, layerOf())
    },
    paintFormXObjectBegin: (matrix: ArrayLike<number> | null, box: ArrayLike<number> | null) => {
      stack.save()
      if (matrix !== null) stack.state.ctm = multiply(stack.state.ctm, matrixOf(matrix))
      stack.clipToBox(box)
    },
    paintFormXObjectEnd: () => stack.restore(),
    beginGroup,
    endGroup: () => {
      if (groups.pop()) masks--
      stack.restore()
    },
    beginMarkedContent: (tag: unknown) => marked.begin(tagOf(tag)),
    beginMarkedContentProps: (tag: unknown, properties: unknown) => marked.begin(tagOf(tag), properties),
    endMarkedContent: () => marked.end(),
    beginAnnotation: (_id: string, box: ArrayLike<number> | null, placement: ArrayLike<number>, matrix: ArrayLike<number>) => {
      stack.save(INITIAL)
      notes++
      stack.clipToBox(box)
      stack.state.ctm = multiply(matrixOf(placement), matrixOf(matrix))
    },
    endAnnotation: () => {
      notes--
      stack.restore()
    },
  }
  const byCode = new Map(Object.entries(handlers).map(([name, handle]) => [codes[name], handle]))

  for (let index = 0; index < functions.length; index++) {
    const args = operands[index]
    byCode.get(functions[index])?.(...((Array.isArray(args) ? args : []) as never[]))
  }
  stack.end()
  return painter
}
