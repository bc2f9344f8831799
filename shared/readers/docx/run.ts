import type { Look } from './look.ts'
import type { TextProperties } from './text-properties.ts'

/** A run while it is read. */
export class Run {
  style: string | undefined
  properties: TextProperties = {}
  /** How it is seen, once that was asked. */
  look: Look | undefined
  /** Nothing was said of it yet. */
  isPlain = true

  /** Begins anew, for the next run. */
  reset(): void {
    this.look = undefined
    if (this.isPlain) return
    this.style = undefined
    this.properties = {}
    this.isPlain = true
  }
}
