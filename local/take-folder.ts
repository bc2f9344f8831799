import { mkdir } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import lockfile from 'proper-lockfile'
import { isRunning, type Ports, readPorts } from './addresses.ts'

const tryLock = async (folder: string): Promise<(() => Promise<void>) | undefined> => {
  try {
    return await lockfile.lock(folder, { lockfilePath: `${folder}/lock`, stale: 10_000 })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ELOCKED') return undefined
    throw error
  }
}

/** Longer than a start takes, and than the lock of a killed process lasts. */
const PATIENCE_MILLISECONDS = 60_000

type Taken = { readonly release: () => Promise<void> } | { readonly runsAt: Ports }

/** Takes the data folder for this process, or finds the one that has it; undefined where that one does not answer. */
export const takeFolder = async (folder: string): Promise<Taken | undefined> => {
  await mkdir(folder, { recursive: true })
  for (const end = Date.now() + PATIENCE_MILLISECONDS; Date.now() < end; await wait(100)) {
    const release = await tryLock(folder)
    if (release !== undefined) return { release }
    const runsAt = await readPorts(folder)
    if (runsAt !== undefined && (await isRunning(runsAt))) return { runsAt }
  }
  return undefined
}
