/** What a cell needs: the row where it begins, how many rows it covers, and its height. */
export type Need = { readonly row: number; readonly rowSpan: number; readonly height: number }

/** Heights of rows that hold every cell; what a merged cell lacks, its last row gives. */
export const rowHeights = (rows: number, needs: readonly Need[], least: number): number[] => {
  const heights: number[] = []
  for (let row = 0; row < rows; row += 1) {
    const here = needs
      .filter((need) => need.row + need.rowSpan - 1 === row)
      .map((need) => need.height - heights.slice(need.row, row).reduce((total, height) => total + height, 0))
    heights.push(Math.max(least, ...here))
  }
  return heights
}

/** Where each row, column or line begins, and where the last one ends. */
export const starts = (sizes: readonly number[]): number[] => {
  const edges = [0]
  for (const size of sizes) edges.push((edges.at(-1) ?? 0) + size)
  return edges
}
