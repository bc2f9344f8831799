import { clipped } from '../page-layout/clips.ts'
import { apply, type Matrix, multiply, type Point } from '../page-layout/matrix.ts'
import { regionOf } from '../page-layout/regions.ts'
import { type GraphicsState, INITIAL } from './graphics-state.ts'

/** What happened since the last `save`: pictures leave no operator behind, only a transformation under which nothing is drawn. */
type Layer = { readonly state: GraphicsState; transformed: boolean; painted: boolean }

const cornersOf = (box: ArrayLike<number>): Point[] => {
  const [left, bottom, right, top] = [box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0]
  return [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ]
}

/** The settings that are in force, and those that come back with `restore`. `onPicture` is told where a picture was. */
export class GraphicsStack {
  private readonly layers: Layer[] = []
  private layer: Layer = { state: { ...INITIAL }, transformed: false, painted: false }
  private readonly onPicture: (state: GraphicsState) => void

  constructor(onPicture: (state: GraphicsState) => void) {
    this.onPicture = onPicture
  }

  get state(): GraphicsState {
    return this.layer.state
  }

  save(state = this.layer.state): void {
    this.layers.push(this.layer)
    this.layer = { state: { ...state }, transformed: false, painted: false }
  }

  restore(): void {
    const painted = this.endLayer()
    this.layer = this.layers.pop() ?? { ...this.layer, transformed: false, painted: false }
    this.layer.painted ||= painted
  }

  /** Something was painted under these settings. */
  mark(): void {
    this.layer.painted = true
  }

  transform(matrix: Matrix): void {
    this.layer.state.ctm = multiply(this.layer.state.ctm, matrix)
    this.layer.transformed = true
  }

  clipTo(parts: readonly (readonly Point[])[], evenOdd: boolean): void {
    const { state } = this.layer
    state.clip = clipped(state.clip, regionOf(parts, evenOdd))
  }

  clipToBox(box: ArrayLike<number> | null | undefined): void {
    if (box != null) this.clipTo([cornersOf(box).map(([x, y]) => apply(this.layer.state.ctm, x, y))], false)
  }

  /** Restores all that was saved and is still open. */
  end(): void {
    while (this.layers.length > 0) this.restore()
    this.endLayer()
  }

  private endLayer(): boolean {
    const { state, transformed, painted } = this.layer
    if (transformed && !painted) this.onPicture(state)
    return transformed || painted
  }
}
