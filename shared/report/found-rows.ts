import { looksLikeFigure } from './figures.ts'
import { type FormLabel, isColumnHead, type LabelMatcher, TABLE_TWO_LABELS, TRIAL_TABLE_TWO_LABELS } from './labels.ts'
import type { Line, LineCell } from './lines.ts'
import { halfWidth, lettersOnly } from './normalise.ts'
import { isPageNumber } from './page-furniture.ts'

/** A row of a table as found in the file: the form's row that its label names, and the cells behind the label. */
export type FoundRow = {
  readonly label: FormLabel
  readonly printed: string
  readonly cells: readonly LineCell[]
  readonly source: LineCell['source']
  /** Indexes of the lines from its label to its last figure. */
  readonly firstLine: number
  readonly lastLine: number
}

/** Rows of a grid: the last cell of a row that names a row of the form is its label, what stands behind it are its figures. */
export const gridRows = (lines: readonly Line[], { match }: LabelMatcher): FoundRow[] =>
  lines.flatMap((line, index) => {
    if (line.kind !== 'row' || isColumnHead(line.cells.map(({ text }) => text))) return []
    for (let position = line.cells.length - 1; position >= 0; position -= 1) {
      const cell = line.cells[position]
      if (cell === undefined || looksLikeFigure(cell.text)) continue
      const label = match(cell.text)
      if (label !== undefined)
        return [
          { label, printed: cell.text, cells: line.cells.slice(position + 1), source: cell.source, firstLine: index, lastLine: index },
        ]
    }
    return []
  })

export type Token = LineCell & { readonly line: number }

/** A remark on a line of its own belongs to the figure before it; a numbered label and a note on the table do not. */
const REMARK_ALONE = /^[((](?![一二三四五六七]\s*[))]|注|说明|备注|本列).{1,40}[))]$/
/** A note under a table may begin with a star, which is no figure. */
const STARRED_NOTE = /^[*※]\s*\p{L}/u

export const tokensOf = (line: Line, index: number): Token[] => {
  if (line.kind === 'picture') return []
  if (line.kind === 'row') return line.cells.filter(({ text }) => text.trim() !== '').map((cell) => ({ ...cell, line: index }))
  if (isPageNumber(line.text)) return []
  if (STARRED_NOTE.test(line.text.trim())) return [{ text: line.text, source: line.source, line: index }]
  return halfWidth(line.text)
    .split(/[|\s]+/)
    .filter((text) => text !== '')
    .map((text) => ({ text, source: line.source, line: index }))
}

/**
 * Rows of which only the label is there, on a line of its own: their cells are blank, or stand apart. Of `found` rows there is no need to
 * look for more.
 */
export const blankRows = (
  lines: readonly Line[],
  { matchWhole }: LabelMatcher,
  found: readonly FoundRow[],
  countOf: (row: number) => number,
): FoundRow[] => {
  const known = new Set(found.map(({ label }) => label.row))
  return lines.flatMap((line, index) => {
    const label = line.kind === 'text' ? matchWhole(line.text) : undefined
    if (line.kind !== 'text' || label === undefined || known.has(label.row)) return []
    known.add(label.row)
    const cells = Array.from({ length: countOf(label.row) }, () => ({ text: '', source: line.source }))
    return [{ label, printed: line.text, cells, source: line.source, firstLine: index, lastLine: index }]
  })
}

/** Fewer figures than this behind foreign words are a number in running text. */
const STRAY_RUN = 3

/** Rows of a flow, and how many runs of figures stand behind words that name no row: then figures may belong to other labels. */
export type Flow = { readonly rows: readonly FoundRow[]; readonly strays: number }

/** Figures of table 二, which stands before table 三 where the heading between is lost, are no strays. */
const isLabelOfTwo = (text: string): boolean =>
  [TABLE_TWO_LABELS, TRIAL_TABLE_TWO_LABELS].some(({ matchWhole }) => matchWhole(text) !== undefined)

/**
 * Rows of a table that has no grid left: one cell a line, or the whole table on one. Every label is followed by its figures;
 * which label it is, is told by the words just before the first figure.
 */
export const flowRows = (lines: readonly Line[], { match, matchEnd }: LabelMatcher): Flow => {
  const rows: FoundRow[] = []
  let strays = 0
  let words: Token[] = []
  let figures: Token[] = []
  const close = () => {
    const last = words.at(-1)
    const printed = words.map(({ text }) => text).join('')
    const label = last && (matchEnd(printed) ?? match(last.text))
    if (last && label)
      rows.push({
        label,
        printed: label.label,
        cells: figures,
        source: last.source,
        firstLine: last.line,
        lastLine: figures.at(-1)?.line ?? last.line,
      })
    else if (figures.length >= STRAY_RUN && !isLabelOfTwo(last?.text ?? '')) strays += 1
    words = []
    figures = []
  }
  for (const token of lines.flatMap(tokensOf)) {
    const before = figures.at(-1)
    if (words.length > 0 && looksLikeFigure(token.text)) figures.push(token)
    else if (before !== undefined && REMARK_ALONE.test(token.text))
      figures[figures.length - 1] = { ...before, text: before.text + token.text }
    else {
      if (figures.length > 0) close()
      words.push(token)
    }
  }
  if (figures.length > 0) close()
  return { rows, strays }
}

type FigureLine = { readonly cells: readonly Token[]; readonly line: number }

/** A line that ends in exactly `count` figures. */
const figureLine = (line: Line, index: number, count: number): FigureLine[] => {
  if (line.kind !== 'text') return []
  const tokens = tokensOf(line, index)
  const firstFigure = tokens.findLastIndex(({ text }) => !looksLikeFigure(text)) + 1
  return tokens.length - firstFigure === count ? [{ cells: tokens.slice(firstFigure), line: index }] : []
}

const isSubsequence = (wanted: string, text: string): boolean => {
  let position = 0
  for (const letter of wanted) {
    position = text.indexOf(letter, position) + 1
    if (position === 0) return false
  }
  return true
}

/**
 * Rows of a page laid out by spaces, whose labels break around the line of their figures. There must be exactly as many lines of
 * `count` figures as `labels`, and every label must be spelled by what stands between its neighbours' figures, in order.
 */
export const brokenLabelRows = (lines: readonly Line[], labels: readonly FormLabel[], count: number): FoundRow[] => {
  const found = lines.flatMap((line, index) => figureLine(line, index, count))
  if (found.length !== labels.length) return []
  const rows = found.map(({ cells, line }, index): FoundRow | undefined => {
    const label = labels[index]
    const from = (found[index - 1]?.line ?? -1) + 1
    const to = found[index + 1]?.line ?? Math.min(line + 8, lines.length)
    const around = lines
      .slice(from, to)
      .map((each) => (each.kind === 'text' ? lettersOnly(each.text) : ''))
      .join('')
    const [first] = cells
    if (label === undefined || first === undefined || !isSubsequence(lettersOnly(label.label.replace(/\(区分.*$/, '')), around))
      return undefined
    return { label, printed: label.label, cells, source: first.source, firstLine: line, lastLine: line }
  })
  return rows.every((row) => row !== undefined) ? rows : []
}
