/** Tells whether a line is a table row, and splits it into its cells. */

/** Bars as typed in tables: ASCII, full width and drawn ones. */
const BAR = /[||│┃]/
const BARS_ONLY = /^[\s||│┃]*$/
/** Under a head (|---|:-:|) or between drawn rows (+---+, ├──┼──┤); three strokes, since `-` and `--` stand for a figure. */
const RULE = /^(?=.*(?:-{3}|─|━|={3}))(?=.*[|+├┼┤┌┬┐└┴┘])[\s|+:=─━├┼┤┌┬┐└┴┘-]+$/

export type RowLine = { readonly delimiter: 'bar' | 'tab'; readonly cells: readonly string[] }

export const isLoneBar = (line: string): boolean => /^[||│┃]$/.test(line.trim())
export const isRule = (line: string): boolean => RULE.test(line)

/** The bars that open and close a row make no cells; those between do, also where nothing stands between them. */
const barCells = (line: string): string[] => {
  const cells = line.split(BAR).map((cell) => cell.trim())
  if (cells.length > 1 && cells.at(0) === '') cells.shift()
  if (cells.length > 1 && cells.at(-1) === '') cells.pop()
  return cells
}

/** A paragraph may be indented by a tab, and its number set off by one: neither makes a row. */
const isTabbedProse = (cells: readonly string[]): boolean => {
  const filled = cells.filter((cell) => cell !== '')
  if (filled.length === 1) return cells.at(-1) !== ''
  return (
    filled.length === 2 && (/^[((]?[一二三四五六七八九十\d]+[))、..]+$/.test(filled[0] ?? '') || filled.some((cell) => cell.includes('。')))
  )
}

const tabCells = (line: string): string[] => line.split('\t').map((cell) => cell.trim())

/** The cells of a line that has bars or, failing them, tabs between its words; whether it stands in a table is told by its neighbours. */
export const rowLine = (line: string): RowLine | undefined => {
  if (BAR.test(line)) {
    const cells = barCells(line)
    return cells.length === 2 && cells.some((cell) => cell.includes('。')) ? undefined : { delimiter: 'bar', cells }
  }
  if (!line.includes('\t')) return undefined
  const cells = tabCells(line)
  return cells.every((cell) => cell === '') || isTabbedProse(cells) ? undefined : { delimiter: 'tab', cells }
}

/** The text of a line outside tables: without indentation, and without the bar that closes a cell written on a line of its own. */
export const lineText = (line: string): string => {
  if (BARS_ONLY.test(line)) return ''
  const text = line.trim()
  return barCells(text).length === 1 ? barCells(text).join('') : text
}
