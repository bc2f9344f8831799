/**
 * The CPU time that some work takes in this process, in milliseconds, and what it gave. A bound on it holds on a busy machine too, where
 * the time by the clock says how many others were at work.
 */
export const withCpuTime = async <Result>(work: () => Result | Promise<Result>): Promise<{ result: Result; milliseconds: number }> => {
  const began = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(began)
  return { result, milliseconds: (user + system) / 1000 }
}
