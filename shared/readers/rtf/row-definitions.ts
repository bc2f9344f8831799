import { type Merge, type RowShape, UNMERGED } from '../word-flow/drawn-row.ts'

const MOST_CELLS = 256

type Definition = { left: number; readonly edges: number[]; readonly merges: Merge[] }

/** The definition of the row under way, one for each depth of tables. It outlives groups and rows: one may serve many rows. */
export const startRowDefinitions = () => {
  const definitions: Definition[] = []
  let merge = UNMERGED
  const at = (depth: number): Definition => (definitions[depth] ??= { left: 0, edges: [], merges: [] })
  return {
    begin: (depth: number) => {
      definitions[depth] = { left: 0, edges: [], merges: [] }
      merge = UNMERGED
    },
    setLeft: (depth: number, twips: number) => {
      at(depth).left = twips
    },
    /** How the next cell is merged. */
    setMerge: (change: Partial<Merge>) => {
      merge = { ...merge, ...change }
    },
    addCell: (depth: number, rightEdge: number) => {
      const { edges, merges } = at(depth)
      if (edges.length < MOST_CELLS) {
        edges.push(rightEdge)
        merges.push(merge)
      }
      merge = UNMERGED
    },
    shape: (depth: number): RowShape => {
      const { left, edges, merges } = at(depth)
      return { edges: [left, ...edges], merges: [...merges] }
    },
  }
}
