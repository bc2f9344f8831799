/** Sets of numbers below `size`, each at first alone in its own: `find` gives the number that stands for the whole set. */
export const unions = (size: number) => {
  const parents = Array.from({ length: size }, (_, index) => index)
  const find = (index: number): number => {
    let root = index
    while (parents[root] !== root) root = parents[root] ?? root
    for (let at = index; at !== root; ) {
      const parent = parents[at] ?? root
      parents[at] = root
      at = parent
    }
    return root
  }
  const join = (a: number, b: number): void => {
    parents[find(a)] = find(b)
  }
  return { find, join }
}
