import { type Merge, type RowShape, UNMERGED } from '../word-flow/drawn-row.ts'
import type { Colors } from './colors.ts'
import { groundOf, type Shading } from './shading.ts'

const MOST_CELLS = 256

type Definition = {
  left: number
  height: number
  row: Shading
  readonly edges: number[]
  readonly merges: Merge[]
  readonly shadings: Shading[]
}

const empty = (): Definition => ({ left: 0, height: 0, row: {}, edges: [], merges: [], shadings: [] })

/** The definition of the row under way, one for each depth of tables. It outlives groups and rows: one may serve many rows. */
export const startRowDefinitions = (colors: Colors) => {
  const definitions: Definition[] = []
  let merge = UNMERGED
  let shading: Shading = {}
  const at = (depth: number): Definition => (definitions[depth] ??= empty())
  return {
    begin: (depth: number) => {
      definitions[depth] = empty()
      ;[merge, shading] = [UNMERGED, {}]
    },
    setLeft: (depth: number, twips: number) => {
      at(depth).left = twips
    },
    setHeight: (depth: number, twips: number) => {
      at(depth).height = twips
    },
    /** How the next cell is merged. */
    setMerge: (change: Partial<Merge>) => {
      merge = { ...merge, ...change }
    },
    /** How the next cell is filled. */
    setShading: (change: Shading) => {
      shading = { ...shading, ...change }
    },
    /** How cells are filled that say nothing of it. */
    setRowShading: (depth: number, change: Shading) => {
      const definition = at(depth)
      definition.row = { ...definition.row, ...change }
    },
    addCell: (depth: number, rightEdge: number) => {
      const { edges, merges, shadings } = at(depth)
      if (edges.length < MOST_CELLS) {
        edges.push(rightEdge)
        merges.push(merge)
        shadings.push(shading)
      }
      ;[merge, shading] = [UNMERGED, {}]
    },
    shape: (depth: number): RowShape => {
      const { left, height, row, edges, merges, shadings } = at(depth)
      const grounds = shadings.map((own) => groundOf(own, colors) ?? groundOf(row, colors))
      return { edges: [left, ...edges], merges: [...merges], grounds, height }
    },
  }
}
