import { chmod, readdir } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import lockfile from 'proper-lockfile'
import { isRunning, type Ports, readPorts } from './addresses.ts'
import { refuseLater } from './data-form.ts'
import { makeFolder } from './durable-files.ts'

type Options = {
  /** Called when another process has the folder for good, as after a long sleep of this one. */
  readonly onLost?: () => void
  /** After so long without a sign of life of its process a lock is nobody's; not below 2 seconds. */
  readonly staleMilliseconds?: number
}

const STALE_MILLISECONDS = 10_000
const lockOf = (folder: string, stale: number) => ({ lockfilePath: `${folder}/lock`, stale })

const isLocked = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ELOCKED'

/** Who takes a lock over while its process sleeps finds the table in use, and gives it back within this time. */
const TRIES_TO_TAKE_BACK = 20

/** Locks a folder. Where the lock is lost meanwhile it is taken back, in silence where that goes. */
const tryLock = async (folder: string, { onLost = () => {}, staleMilliseconds: stale = STALE_MILLISECONDS }: Options) => {
  let released = false
  let unlock: () => Promise<void> = async () => {}
  const takeBack = async (): Promise<void> => {
    for (let tries = 0; tries < TRIES_TO_TAKE_BACK && !released; tries++) {
      try {
        unlock = await lock()
        return
      } catch {
        await wait(stale / 10)
      }
    }
    if (!released) onLost()
  }
  let taking: Promise<void> | undefined
  const onCompromised = (): void => {
    taking = takeBack()
  }
  const lock = () => lockfile.lock(folder, { ...lockOf(folder, stale), onCompromised })
  try {
    unlock = await lock()
  } catch (error) {
    if (isLocked(error)) return undefined
    throw error
  }
  return async () => {
    released = true
    await taking // else what it has just taken would stay locked
    await unlock().catch(() => {}) // lost a moment ago: there is nothing to give back
  }
}

const answeringRun = async (folder: string): Promise<Ports | undefined> => {
  const ports = await readPorts(folder)
  return ports !== undefined && (await isRunning(ports)) ? ports : undefined
}

/** The run that has the data folder, where one answers; the folder is not taken. */
export const whoHas = async (folder: string): Promise<Ports | undefined> => {
  await makeFolder(folder)
  return (await lockfile.check(folder, lockOf(folder, STALE_MILLISECONDS))) ? answeringRun(folder) : undefined
}

/** Longer than a start takes, and than the lock of a killed process lasts. */
const PATIENCE_MILLISECONDS = 60_000

type Taken = { readonly release: () => Promise<void> } | { readonly runsAt: Ports }

/** What is in a data folder from its first run on. */
const OURS = ['addresses.json', 'signing-key.json']

/** Nobody else looks into a data folder; one that holds other things too, such as a home, keeps the rights it has. */
const closeToOthers = async (folder: string): Promise<void> => {
  const names = await readdir(folder)
  if (names.length === 0 || OURS.some((name) => names.includes(name))) await chmod(folder, 0o700).catch(() => {}) // not ours to change: whether we may write is seen next
}

/** Gives the lock back where the folder is not for this build. */
const orRelease = async (folder: string, release: () => Promise<void>): Promise<Taken> => {
  try {
    await refuseLater(folder)
    return { release }
  } catch (error) {
    await release()
    throw error
  }
}

/**
 * Takes the data folder for this process, or finds the one that has it; undefined where that one does not answer. Throws `FolderRefused` where a later build
 * has written in it.
 */
export const takeFolder = async (folder: string, options: Options = {}): Promise<Taken | undefined> => {
  await makeFolder(folder)
  await closeToOthers(folder)
  for (const end = Date.now() + PATIENCE_MILLISECONDS; Date.now() < end; await wait(100)) {
    const release = await tryLock(folder, options)
    if (release !== undefined) return orRelease(folder, release)
    const runsAt = await answeringRun(folder)
    if (runsAt !== undefined) return { runsAt }
  }
  return undefined
}
