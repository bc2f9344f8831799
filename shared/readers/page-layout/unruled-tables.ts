import { columnsOf, type Interval } from './corridors.ts'
import type { DrawnCell, DrawnTable } from './drawn-table.ts'
import { type FigureLine, figureLineOf, isRestOfFigure } from './figure-lines.ts'
import { type LabelStack, labelStacks } from './label-stacks.ts'
import type { Glyph } from './page-content.ts'
import { type TextLine, textOf } from './text-lines.ts'

/** Lines of figures that follow each other, and those between, which go on with labels or figures. */
type Region = { readonly figureLines: FigureLine[]; readonly between: TextLine[] }

const leftOf = ({ figureLines }: Region): number => Math.min(...figureLines.flatMap(({ figures }) => figures[0]?.x0 ?? []))

/** Rows of one table have about as many figures each: those of 7 and of 15 are of two tables. */
const fits = ({ figureLines }: Region, { count }: FigureLine): boolean => {
  const counts = figureLines.map((line) => line.count)
  return count < 1.5 * Math.max(...counts) && count > Math.max(...counts) / 1.5
}

const isBetween = (region: Region, line: TextLine): boolean => line.x1 < leftOf(region) + line.size / 2 || isRestOfFigure(line)

const regionsOf = (lines: readonly TextLine[]): Region[] => {
  const regions: Region[] = []
  let open: Region | undefined
  let waiting: TextLine[] = []
  for (const line of lines) {
    const figureLine = figureLineOf(line)
    if (figureLine === undefined) {
      if (open !== undefined && isBetween(open, line)) waiting.push(line)
      else open = undefined
      continue
    }
    if (open !== undefined && fits(open, figureLine)) open.between.push(...waiting)
    else {
      open = { figureLines: [], between: [] }
      regions.push(open)
    }
    open.figureLines.push(figureLine)
    waiting = []
  }
  return regions
}

/** The count that most of the lines have. */
const usualCount = (lines: readonly FigureLine[]): number => {
  const seen = new Map<number, number>()
  for (const { count } of lines) seen.set(count, (seen.get(count) ?? 0) + 1)
  return [...seen].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0
}

const nearest = (lines: readonly FigureLine[], y: number): FigureLine | undefined =>
  lines.toSorted((a, b) => Math.abs(a.line.y - y) - Math.abs(b.line.y - y))[0]

const within = ({ from, to }: Interval, { x0, x1 }: Glyph): boolean => (x0 + x1) / 2 >= from && (x0 + x1) / 2 <= to

/** The labels beside a line of figures, from left to right: the last is its own, those before it are of its group. */
const labelsBeside = (stacks: readonly LabelStack[], { line }: FigureLine): LabelStack[] =>
  stacks.filter(({ top, bottom }) => line.y > top && line.y < bottom).toSorted((a, b) => a.x0 - b.x0)

const tableOf = (region: Region, around: readonly TextLine[], page: number): { table: DrawnTable; used: Set<TextLine> } => {
  const { figureLines, between } = region
  const columns = columnsOf(
    figureLines.flatMap(({ figures }) => figures),
    usualCount(figureLines),
  )
  const left = leftOf(region)
  const labelled = [
    ...figureLines.map(({ line, label }) => ({ line, glyphs: label })),
    ...[...between, ...around].map((line) => ({ line, glyphs: line.glyphs })),
  ]
    .filter(({ line }) => !isRestOfFigure(line) || !between.includes(line))
    .toSorted((a, b) => a.line.y - b.line.y)
  const stacks = labelStacks(labelled)
  const rests = between.filter(isRestOfFigure)
  const used = new Set<TextLine>([...figureLines.map(({ line }) => line), ...between])
  const edge = Math.min(left - 20, ...stacks.map(({ x0 }) => x0))

  const told = new Set<LabelStack>()
  const cells = figureLines.flatMap((figureLine, index): DrawnCell[] => {
    const { line, figures } = figureLine
    const above = figureLines[index - 1]?.line.y ?? line.y - line.size * 2
    const below = figureLines[index + 1]?.line.y ?? line.y + line.size * 2
    const [top, bottom] = [(above + line.y) / 2, (line.y + below) / 2]
    const beside = labelsBeside(stacks, figureLine)
    const own = beside.at(-1)
    const groups = beside.slice(0, -1).filter((stack) => !told.has(stack))
    for (const stack of own ? [...groups, own] : groups) {
      told.add(stack)
      for (const each of stack.lines) used.add(each)
    }
    const middle = (edge + left) / 2
    const texts = [
      { text: groups.map(({ text }) => text).join(' '), left: edge, right: middle },
      { text: own?.text ?? '', left: middle, right: left - 1 },
    ].filter(({ text }) => text !== '')
    const rest = rests.filter((each) => nearest(figureLines, each.y) === figureLine).flatMap(({ glyphs }) => glyphs)
    const figureCells = (columns ?? []).map((column) => {
      const [own, broken] = [figures, rest].map((glyphs) => glyphs.filter((glyph) => within(column, glyph)))
      const doubtful = [own, broken].some((glyphs) => glyphs?.some((glyph) => glyph.doubtful))
      return { text: textOf(own ?? []) + textOf(broken ?? []), left: column.from, right: column.to, ...(doubtful && { doubtful }) }
    })
    return [...texts, ...figureCells].map((cell) => ({ ...cell, top, bottom, pictures: 0 }))
  })
  const box = {
    left: edge,
    right: Math.max(...figureLines.map(({ line }) => line.x1)),
    top: (figureLines[0]?.line.y ?? 0) - (figureLines[0]?.line.size ?? 0),
    bottom: figureLines.at(-1)?.line.y ?? 0,
  }
  return { table: { ...box, page, cells, trust: columns === undefined ? 'uncertain' : 'inferred' }, used }
}

/** Lines nearer than this to a table's first or last line of figures, in ems, may go on with its labels. */
const NEAR = 6

/**
 * Tables that have no rules: lines that end in five figures and more, their columns told by the white between them. What is left over
 * are the lines of the text.
 */
export const unruledTables = (lines: readonly TextLine[], page: number): { tables: DrawnTable[]; lines: readonly TextLine[] } => {
  const all = new Set<TextLine>()
  const tables = regionsOf(lines).map((region) => {
    const ys = region.figureLines.map(({ line }) => line.y)
    const [first, last] = [Math.min(...ys), Math.max(...ys)]
    const around = lines.filter(
      (line) => (line.y < first || line.y > last) && isBetween(region, line) && Math.max(first - line.y, line.y - last) < NEAR * line.size,
    )
    const { table, used } = tableOf(region, around, page)
    for (const line of used) all.add(line)
    return table
  })
  return { tables, lines: lines.filter((line) => !all.has(line)) }
}
