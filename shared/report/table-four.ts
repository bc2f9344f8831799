import { printedWords } from '../form/layout.ts'
import { TABLE_FOUR_COLUMNS, TABLE_FOUR_GROUPS } from '../form/table-four.ts'
import { absentFigure, cellPlace, emptyTable, pickCells, printedFigure, tablePlace } from './figure-cells.ts'
import { looksLikeFigure, parseFigure } from './figures.ts'
import { tokensOf } from './found-rows.ts'
import type { Line, LineCell } from './lines.ts'
import { compact } from './normalise.ts'
import type { TableFound } from './table-found.ts'

const WIDTH = TABLE_FOUR_COLUMNS.length
const COUNT = TABLE_FOUR_GROUPS.length * WIDTH
const REFS = Array.from({ length: COUNT }, (_, column) => ({ table: 4, row: 0, column }) as const)
const HEAD_WORDS: ReadonlySet<string> = new Set([...printedWords('2021', 4), '结果', '尚未'])
/** So many lines above its figures a head begins at most, with one cell a line. */
const HEAD_LINES = 40

type FoundFigures = { readonly cells: readonly LineCell[]; readonly firstLine: number; readonly lastLine: number }

/** The words of a line one by one: cells of a row, or what white space and bars part in a text. */
const wordsOf = (line: Line): string[] =>
  line.kind === 'picture' ? [] : line.kind === 'row' ? line.cells.map(({ text }) => compact(text)) : compactWords(line.text)

const compactWords = (text: string): string[] => text.split(/[|\s]+/).map(compact)

/** Words of the head among the lines above the figures, and on their own line where the whole table has run into one. */
const headAbove = (lines: readonly Line[], { firstLine }: Pick<FoundFigures, 'firstLine'>): string[] =>
  lines
    .slice(Math.max(0, firstLine - HEAD_LINES), firstLine + 1)
    .flatMap(wordsOf)
    .filter((word) => HEAD_WORDS.has(word))

/** Figures alone do not say what they are: two words of the head above them do. */
const standsUnderHead = (lines: readonly Line[], found: FoundFigures): boolean => new Set(headAbove(lines, found)).size >= 2

/** Rows of a grid without a word in them, by the order of their cells and not by grid columns, of which there may be 16. */
const gridRows = (lines: readonly Line[]): FoundFigures[] => {
  const rows = lines.flatMap((line, index) => {
    const figures = line.kind === 'row' && line.cells.every(({ text }) => text.trim() === '' || looksLikeFigure(text))
    return figures ? [{ cells: line.cells, firstLine: index, lastLine: index }] : []
  })
  // A row of blanks alone may be there only to set the widths of columns: it is the data row where there is no other.
  const filled = rows.filter(({ cells }) => cells.some(({ text }) => text.trim() !== ''))
  return filled.length > 0 ? filled : rows.slice(-1)
}

/** Lines that are nothing but figures. */
const figureLines = (lines: readonly Line[]): FoundFigures[] =>
  lines.flatMap((line, index) => {
    const cells = line.kind === 'text' ? tokensOf(line, index) : []
    return cells.length > 1 && cells.every(({ text }) => looksLikeFigure(text)) ? [{ cells, firstLine: index, lastLine: index }] : []
  })

/** Figures that follow each other with no word between, wherever the lines break. */
const figureRuns = (lines: readonly Line[]): FoundFigures[] => {
  const runs: { cells: LineCell[]; firstLine: number; lastLine: number }[] = []
  let open: (typeof runs)[number] | undefined
  for (const token of lines.flatMap(tokensOf)) {
    if (!looksLikeFigure(token.text)) open = undefined
    else if (open === undefined) {
      open = { cells: [token], firstLine: token.line, lastLine: token.line }
      runs.push(open)
    } else {
      open.cells.push(token)
      open.lastLine = token.line
    }
  }
  return runs
}

/**
 * The figures of the table, found in the surest way that gives exactly as many as the form has; else what comes nearest under a head.
 * Within section 四 the right number of figures is enough, as heads are lost in many files; elsewhere they must stand under a head.
 */
const findFigures = (lines: readonly Line[], within: boolean): FoundFigures[] => {
  const ways = [gridRows, figureLines, figureRuns].map((way) => way(lines))
  const whole = ways
    .map((way) => way.filter((found) => pickCells(found.cells, COUNT) !== undefined && (within || standsUnderHead(lines, found))))
    .find((way) => way.length > 0)
  if (whole !== undefined) return whole
  const nearest = ways
    .flat()
    .filter((found) => found.cells.length >= WIDTH && standsUnderHead(lines, found))
    .toSorted((a, b) => Math.abs(a.cells.length - COUNT) - Math.abs(b.cells.length - COUNT))
  return nearest.slice(0, 1)
}

const values = ({ cells }: FoundFigures): string => cells.map(({ text }) => parseFigure(text).value).join()

const [, DIRECT, AFTER_REVIEW] = TABLE_FOUR_GROUPS

/**
 * The order in which the head names its groups: the form's, unless one row of it (or lines of one word each) has the two kinds of lawsuit
 * the other way round. Words that a damaged page has scattered over rows and lines say nothing of the order.
 */
const groupOrder = (lines: readonly Line[], { firstLine }: FoundFigures): readonly number[] => {
  const head = lines.slice(Math.max(0, firstLine - HEAD_LINES), firstLine + 1)
  const rows = [...head.filter(({ kind }) => kind === 'row').map(wordsOf), head.filter(({ kind }) => kind === 'text').flatMap(wordsOf)]
  const reversed = rows.some((words) => {
    const [direct, after] = [words.indexOf(DIRECT), words.indexOf(AFTER_REVIEW)]
    return after >= 0 && direct > after
  })
  return reversed ? [0, 2, 1] : [0, 1, 2]
}

/** Table 四 among the lines; undefined where neither its head nor its figures are there. */
export const readTableFour = (lines: readonly Line[], within: boolean): TableFound | undefined => {
  const [first, ...others] = findFigures(lines, within)
  if (first === undefined) return readHeadAlone(lines, within)
  const [firstCell] = first.cells
  if (others.some((other) => values(other) !== values(first)))
    return { table: emptyTable(4, 'uncertain', '2021', firstCell?.source), firstLine: first.firstLine, lastLine: first.lastLine }
  const cells = pickCells(first.cells, COUNT)
  const order = groupOrder(lines, first)
  const figures = REFS.map((ref) => {
    const cell = cells?.[order.indexOf(Math.floor(ref.column / WIDTH)) * WIDTH + (ref.column % WIDTH)]
    return cell === undefined ? absentFigure('2021', ref) : printedFigure('2021', ref, cell)
  })
  const filled = first.cells.filter(({ text }) => text.trim() !== '').length
  const gaps =
    cells === undefined ? [{ label: '数据行', places: REFS.map((ref) => cellPlace('2021', ref, firstCell?.source)), found: filled }] : []
  return {
    table: { state: 'read', form: '2021', figures: [figures], gaps, labels: [], place: tablePlace(4, firstCell?.source) },
    firstLine: first.firstLine,
    lastLine: first.lastLine,
  }
}

/** So many different words of the head, each on a line of its own or several on one, are the head in a text that has lost its grid. */
const TELLING_WORDS = 4

const isHeadRow = (line: Line): boolean => line.kind === 'row' && wordsOf(line).filter((word) => HEAD_WORDS.has(word)).length > 1

/** Lines of text that are words of the head and nothing else. */
const isHeadText = (line: Line): boolean =>
  line.kind === 'text' && wordsOf(line).every((word) => word === '' || HEAD_WORDS.has(word)) && wordsOf(line).some((word) => word !== '')

/** A head with no row of figures under it: the table is there, its only row is missing. Lines of text tell it within the section alone. */
const readHeadAlone = (lines: readonly Line[], within: boolean): TableFound | undefined => {
  const texts = within ? lines.filter(isHeadText) : []
  const isText = new Set(texts.flatMap(wordsOf).filter((word) => word !== '')).size >= TELLING_WORDS
  const lastLine = lines.findLastIndex((line) => isHeadRow(line) || (isText && isHeadText(line)))
  if (lastLine < 0) return undefined
  const gap = { label: '数据行', places: REFS.map((ref) => cellPlace('2021', ref)), found: null }
  const figures = [REFS.map((ref) => absentFigure('2021', ref))]
  return { table: { state: 'read', form: '2021', figures, gaps: [gap], labels: [], place: tablePlace(4) }, firstLine: lastLine, lastLine }
}
