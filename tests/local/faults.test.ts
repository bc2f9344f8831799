import { chmod, mkdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { FolderRefused, faultTeller, sentenceOf } from '../../local/faults.ts'
import { DamagedFile } from '../../local/object-store/storage.ts'
import { takeFolder } from '../../local/take-folder.ts'
import { newFolder } from './run-process.ts'

const coded = (code: string, message = code): Error => Object.assign(new Error(message), { code })
const caused = (cause: Error): Error => new Error('the table cannot be written', { cause })

it.each<[Error, string]>([
  [coded('ENOSPC'), '磁盘空间不足'],
  [caused(coded('LEVEL_IO_ERROR', 'IO error: 000003.log: No space left on device')), '磁盘空间不足'],
  [coded('EROFS'), '只读'],
  [caused(coded('LEVEL_IO_ERROR', 'IO error: CURRENT: Read-only file system')), '只读'],
  [coded('EACCES'), '权限'],
  [caused(coded('LEVEL_LOCKED')), '另一个进程'],
  [coded('LEVEL_CORRUPTION'), '数据表'],
  [coded('ENOTDIR'), '不是一个可用的目录'],
  [coded('EIO'), '读写出错'],
  [new DamagedFile('/data/x.json'), '/data/x.json'],
  [new FolderRefused('由更新的版本写成'), '由更新的版本写成'],
])('%s is told in Chinese', (error, words) => {
  expect(sentenceOf(error, '/data')).toContain(words)
})

it('a fault that keeps coming is told once a minute, another beside it; what is not known by its message', () => {
  const said: string[] = []
  let now = 0
  const tell = faultTeller(
    '/data',
    (line) => said.push(line),
    () => now,
  )
  for (const error of [coded('ENOSPC'), coded('ENOSPC', 'write'), coded('EROFS'), new Error('odd')]) tell(error)
  expect(said).toEqual([expect.stringContaining('空间不足'), expect.stringContaining('只读'), '出现意外错误:odd'])
  now = 61_000
  tell(coded('ENOSPC'))
  expect(said).toHaveLength(4)
})

const SHORT = { staleMilliseconds: 2_000 }

const take = async (folder: string, onLost: () => void = () => {}) => {
  const taken = await takeFolder(folder, { ...SHORT, onLost })
  if (taken === undefined || 'runsAt' in taken) throw new Error('the folder was not taken')
  return taken
}

it('a lock that is gone after a sleep is taken back, and nobody is told', async () => {
  const folder = await newFolder()
  let lost = false
  const { release } = await take(folder, () => {
    lost = true
  })
  await rm(join(folder, 'lock'), { recursive: true })
  await expect
    .poll(() =>
      stat(join(folder, 'lock')).then(
        () => true,
        () => false,
      ),
    )
    .toBe(true)
  expect(lost).toBe(false)
  await release()
  await expect(stat(join(folder, 'lock'))).rejects.toThrow('ENOENT')
})

it('a lock that another process keeps alive is lost, which is told once', async () => {
  const folder = await newFolder()
  const lost: string[] = []
  const { release } = await take(folder, () => lost.push('lost'))
  // As another process that took it over and lives: it is anew, and anew again.
  await rm(join(folder, 'lock'), { recursive: true })
  await mkdir(join(folder, 'lock'))
  let living = true
  const kept = (async () => {
    for (; living; await wait(200)) await utimes(join(folder, 'lock'), new Date(), new Date())
  })()
  await expect.poll(() => lost).toEqual(['lost'])
  living = false
  await kept
  await release()
  expect((await stat(join(folder, 'lock'))).isDirectory()).toBe(true) // it is the other's
})

it('nobody else looks into a data folder, and a folder of other things keeps its rights', async () => {
  const [ours, others] = [await newFolder(), await newFolder()]
  const rights = async (folder: string) => (await stat(folder)).mode & 0o777
  await mkdir(join(others, 'letters'))
  for (const folder of [ours, others]) {
    await chmod(folder, 0o755)
    await (await take(folder)).release()
  }
  expect([await rights(ours), await rights(others)]).toEqual([0o700, 0o755])
})
