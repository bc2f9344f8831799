export type Contender = { readonly name: string; readonly run: () => unknown }

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

/**
 * Median milliseconds of each contender. They run in turn, so that a busy machine slows all alike, and every round begins with another one,
 * so that no one always pays for what its forerunner left to the garbage collector. (To collect before each run would be fairer
 * still, but throws compiled code away: then the compiler is measured.)
 */
export const sideBySide = async <C extends readonly Contender[]>(
  contenders: readonly [...C],
  { warmUp = 200, rounds = 600 } = {},
): Promise<{ [K in keyof C]: number }> => {
  const times = contenders.map((): number[] => [])
  for (let round = -warmUp; round < rounds; round++)
    for (const step of contenders.keys()) {
      const index = (step + round + warmUp) % contenders.length
      const began = performance.now()
      await contenders[index]?.run()
      if (round >= 0) times[index]?.push(performance.now() - began)
    }
  return times.map(median) as { [K in keyof C]: number }
}

/** The least of several such medians, for goals in milliseconds: on a machine with other work to do, some runs are left alone. */
export const leastSideBySide = async <C extends readonly Contender[]>(
  contenders: readonly [...C],
  { runs = 20, rounds = 15, warmUp = 60 } = {},
): Promise<{ [K in keyof C]: number }> => {
  let least = contenders.map(() => Number.POSITIVE_INFINITY)
  for (let run = 0; run < runs; run++) {
    const times: readonly number[] = await sideBySide(contenders, { warmUp: run === 0 ? warmUp : 2, rounds })
    least = least.map((time, index) => Math.min(time, times[index] ?? time))
  }
  return least as { [K in keyof C]: number }
}
