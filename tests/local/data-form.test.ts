import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { reports } from '../../functions/stored/results.ts'
import { formOf, refuseLater, STEPS, takeUp } from '../../local/data-form.ts'
import { FolderRefused } from '../../local/faults.ts'
import { recordOf } from '../../shared/report/record.ts'
import { signatureOf } from '../../shared/submission/likeness.ts'
import { fakePorts } from '../fakes/fake-ports.ts'
import { MINZHENG, YEAR } from '../functions/town.ts'
import { soundReport } from '../reports/sound-report.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-form-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const NO_ENTRY = { open: [], crowded: [] }

it('a data folder of a build before is filled in when it is first started, and not again', async () => {
  const ports = fakePorts()
  const report = soundReport()
  const { tables, ...record } = recordOf(report)
  const old = {
    agencyId: MINZHENG.id,
    agencyName: MINZHENG.name,
    year: YEAR,
    version: 1,
    submissionId: 'm1',
    signature: signatureOf(record),
  }
  await reports.write(ports.uploads, 'm1', report)
  await ports.likeness.put(old, NO_ENTRY)
  const copy = { ...old, agencyId: 'other' }
  expect((await ports.likeness.search(copy)).others).toEqual([])

  await takeUp(folder, ports)
  expect((await ports.likeness.search(copy)).others).toEqual([{ ...old, tables }])

  await ports.likeness.put(old, NO_ENTRY)
  await takeUp(folder, ports)
  expect(await ports.likeness.ofYear(YEAR)).toEqual([old])
})

it('a step that failed is taken again with those after it, those before it are not; each once', async () => {
  const taken: string[] = []
  let works = false
  const steps = ['one', 'two', 'three'].map((name) => ({
    name,
    async take() {
      taken.push(name)
      if (name === 'two' && !works) throw new Error('connection lost')
    },
  }))
  await expect(takeUp(folder, fakePorts(), steps)).rejects.toThrow('connection lost')
  expect(await formOf(folder)).toBe(1)
  works = true
  for (const _ of [1, 2]) await takeUp(folder, fakePorts(), steps)
  expect(taken).toEqual(['one', 'two', 'two', 'three'])
  expect(await formOf(folder)).toBe(3)
})

it('a step that is added takes up the folders of the build before it', async () => {
  const taken: string[] = []
  const step = (name: string) => ({ name, take: async () => taken.push(name) })
  await takeUp(folder, fakePorts(), [step('one')])
  await takeUp(folder, fakePorts(), [step('one'), step('two')])
  expect(taken).toEqual(['one', 'two'])
})

it('a folder of a later build is refused, and one whose number is damaged, in words; neither is touched', async () => {
  await refuseLater(folder)
  for (const [form, words] of [
    [`${STEPS.length + 1}\n`, '由更新的版本写成'],
    ['\u0000\u0000', '已损坏'],
    ['', '已损坏'],
  ] as const) {
    await writeFile(join(folder, 'form'), form)
    const refused = await refuseLater(folder).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(FolderRefused)
    expect((refused as Error).message).toContain(words)
    expect(await readFile(join(folder, 'form'), 'utf8')).toBe(form)
  }
})
