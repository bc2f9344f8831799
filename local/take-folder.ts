import { mkdir } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import lockfile from 'proper-lockfile'
import { isRunning, type Ports, readPorts } from './addresses.ts'

const lockOf = (folder: string) => ({ lockfilePath: `${folder}/lock`, stale: 10_000 })

const tryLock = async (folder: string): Promise<(() => Promise<void>) | undefined> => {
  try {
    return await lockfile.lock(folder, lockOf(folder))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ELOCKED') return undefined
    throw error
  }
}

const answeringRun = async (folder: string): Promise<Ports | undefined> => {
  const ports = await readPorts(folder)
  return ports !== undefined && (await isRunning(ports)) ? ports : undefined
}

/** The run that has the data folder, where one answers; the folder is not taken. */
export const whoHas = async (folder: string): Promise<Ports | undefined> => {
  await mkdir(folder, { recursive: true })
  return (await lockfile.check(folder, lockOf(folder))) ? answeringRun(folder) : undefined
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
    const runsAt = await answeringRun(folder)
    if (runsAt !== undefined) return { runsAt }
  }
  return undefined
}
