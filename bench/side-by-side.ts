export type Contender = { readonly name: string; readonly run: () => unknown }
export type Times<C extends readonly Contender[]> = { [K in keyof C]: number }
export type Comparison<C extends readonly Contender[]> = {
  /** Median milliseconds of each. */
  readonly times: Times<C>
  /** The median, over the rounds, of how many times as long as the contender `beneath` the contender `above` took in that round; by their indices. */
  readonly ratio: (above: number, beneath: number) => number
}

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

/** Of the CPU, all threads of this process: what other programs take of it does not count. */
const milliseconds = async (run: () => unknown): Promise<number> => {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/**
 * Milliseconds of CPU time of each contender. They run in turn, so that a busy machine, where caches and clock are shared, slows all
 * alike, and every round begins with another one, so that no one always pays for what its forerunner left to the garbage collector.
 * (To collect before each run would be fairer still, but throws compiled code away: then the compiler is measured.)
 */
export const sideBySide = async <C extends readonly Contender[]>(
  contenders: readonly [...C],
  { warmUp = 200, rounds = 600 } = {},
): Promise<Comparison<C>> => {
  const times = contenders.map((): number[] => [])
  for (let round = -warmUp; round < rounds; round++)
    for (const step of contenders.keys()) {
      const index = (step + round + warmUp) % contenders.length
      const contender = contenders[index]
      if (contender === undefined) continue
      const time = await milliseconds(contender.run)
      if (round >= 0) times[index]?.push(time)
    }
  return {
    times: times.map(median) as Times<C>,
    ratio: (above, beneath) => median((times[above] ?? []).map((time, round) => time / (times[beneath]?.[round] ?? Number.NaN))),
  }
}

/** The least of several such medians, for goals in milliseconds: on a machine with other work to do, some runs are left alone. */
export const leastSideBySide = async <C extends readonly Contender[]>(
  contenders: readonly [...C],
  { runs = 20, rounds = 15, warmUp = 60 } = {},
): Promise<Times<C>> => {
  let least = contenders.map(() => Number.POSITIVE_INFINITY)
  for (let run = 0; run < runs; run++) {
    const { times } = await sideBySide(contenders, { warmUp: run === 0 ? warmUp : 2, rounds })
    least = least.map((time, index) => Math.min(time, (times as readonly number[])[index] ?? time))
  }
  return least as Times<C>
}
