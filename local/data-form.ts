import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fillIn } from '../functions/stored/fill-in.ts'
import type { Ports } from '../shared/ports/ports.ts'
import { writeDurably } from './durable-files.ts'
import { FolderRefused } from './faults.ts'

type Needs = Parameters<typeof fillIn>[0] & Pick<Ports, 'owed' | 'publications' | 'board' | 'log'>

/** Brings what builds before left to the form of this one. Does no harm a second time: a run may break off in the middle of it. */
export type Step = { readonly name: string; readonly take: (ports: Needs) => Promise<unknown> }

/**
 * In the order in which they are taken. The number of those that a folder has been through is its form, and stands in it: a step is added at the end, never
 * moved or removed, also an empty one where builds before this could no longer read what is written.
 */
export const STEPS: readonly Step[] = [
  {
    name: 'enter in the index of what is owed the submissions of before there was one',
    async take({ owed, clock }) {
      while (await owed.takeInOlder(clock.now().toISOString()));
    },
  },
  {
    name: 'spread the publications that stood under one key',
    take: ({ publications, clock }) => publications.moveEarlier(clock.now().toISOString()),
  },
  { name: 'fill in superiors of agencies, and keys and figures of fingerprints', take: fillIn },
  {
    name: 'enter what was filed before in the index of its year',
    async take({ board }) {
      while (await board.takeInOlder());
    },
  },
]

const pathOf = (folder: string): string => join(folder, 'form')

/** What an unreleased build left in place of the number. */
const MARK_OF_BEFORE = 'filled-in'

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** How many steps a data folder has been through: none where it says nothing, as a new one, or one of before there was a number. */
export const formOf = async (folder: string): Promise<number> => {
  const text = await readFile(pathOf(folder), 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return '0'
    throw error
  })
  if (!/^\d{1,6}\s*$/.test(text)) throw new FolderRefused(`数据目录 ${folder} 中的文件 form 已损坏,无法判断数据的格式;移走它就能启动`)
  return Number(text)
}

/** Throws where a later build has written in the folder: this one might not read it, or lose what it does not know. */
export const refuseLater = async (folder: string, steps = STEPS): Promise<void> => {
  const form = await formOf(folder)
  if (form > steps.length)
    throw new FolderRefused(
      `数据目录 ${folder} 由更新的版本写成(格式${form},本版本只认到${steps.length}),请用新版本启动,或另选一个数据目录`,
    )
}

/** Takes the steps that a data folder has not been through. The number is written after each, and lies on the disk: one that broke off is taken again. */
export const takeUp = async (folder: string, ports: Needs, steps = STEPS): Promise<void> => {
  const form = await formOf(folder)
  for (const [done, { name, take }] of steps.entries()) {
    if (done < form) continue
    await take(ports)
    await writeDurably(pathOf(folder), `${done + 1}\n`)
    ports.log.info('data folder taken up', { step: name, form: done + 1 })
  }
  await rm(join(folder, MARK_OF_BEFORE), { force: true })
}
