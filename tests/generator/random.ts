import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { mersenne } from 'pure-rand/generator/mersenne'

/** Draws that depend on the seed alone. */
export type Random = {
  /** An integer from `from` to `to`, both included. */
  readonly integer: (from: number, to: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(items: readonly T[]) => T
  /** `count` different items, in their own order. */
  readonly some: <T>(items: readonly T[], count: number) => T[]
}

export const randomOf = (seed: number): Random => {
  const generator = mersenne(seed)
  const integer = (from: number, to: number) => uniformInt(generator, from, to)
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError('nothing to pick from')
    return items[integer(0, items.length - 1)] as T
  }
  const some = <T>(items: readonly T[], count: number): T[] => {
    const left = items.map((_, index) => index)
    const chosen = Array.from({ length: Math.min(count, items.length) }, () => left.splice(integer(0, left.length - 1), 1)[0])
    return items.filter((_, index) => chosen.includes(index))
  }
  return { integer, pick, some, chance: (share) => integer(0, 9_999) < share * 10_000 }
}
