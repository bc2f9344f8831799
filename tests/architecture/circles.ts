/** Where each thing points; things that are pointed at but have no line of their own point nowhere. */
export type Graph = ReadonlyMap<string, Iterable<string>>

/**
 * The circles of a graph (its strongly connected parts of more than one thing, by Tarjan's algorithm), each sorted, in order.
 * A thing that points at itself is none.
 */
export const circlesOf = (graph: Graph): string[][] => {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []
  const visit = (thing: string): number => {
    const mine = index.size
    index.set(thing, mine)
    open.push(thing)
    let lowest = mine
    for (const next of graph.get(thing) ?? []) {
      if (!index.has(next)) lowest = Math.min(lowest, visit(next))
      else if (open.includes(next)) lowest = Math.min(lowest, low.get(next) ?? index.get(next) ?? mine)
    }
    low.set(thing, lowest)
    if (lowest === mine) {
      const part = open.splice(open.indexOf(thing))
      if (part.length > 1) circles.push(part.sort())
    }
    return lowest
  }
  for (const thing of graph.keys()) if (!index.has(thing)) visit(thing)
  return circles.sort()
}
