import { mkdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sampleReport } from '../generator/sample-report.ts'
import { writeSample } from '../generator/write-sample.ts'
import { CheckOutput } from './check-output.ts'
import { folderWith, nianbao, ROOT, run } from './run-command.ts'

const sound = writeSample(sampleReport({ seed: 4, bustle: 'ordinary' }), { format: 'docx', layout: 'official' })

it.each([
  ['no command', [], '没有指定命令'],
  ['an unknown command', ['chek'], '没有“chek”这个命令'],
  ['a command of every object', ['toString'], '没有“toString”这个命令'],
  ['no file', ['check', '--json'], '没有指定要核对的文件'],
  ['an unknown flag', ['check', '--jsn', 'x.docx'], '--jsn'],
  ['a flag without its value', ['check', 'x.docx', '--year'], '--year'],
  ['a year that is none', ['check', '--year', '24', 'x.docx'], '四位年份'],
])('%s: status 2, the usage on standard error, nothing on standard output', async (_what, args, words) => {
  const { status, out, err } = await nianbao(args)
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(err).toContain(words)
  expect(err).toContain('nianbao check [--json]')
})

describe('where the user stands', () => {
  it('a path is relative to the folder the command is run in', async () => {
    const folder = await folderWith({ 'report.docx': sound })
    await mkdir(join(folder, 'sub'))
    expect(await nianbao(['check', '../report.docx'], { cwd: join(folder, 'sub') })).toMatchObject({ status: 0, err: '' })
  })

  it('or, by a script of npm, to the folder that npm was called in', async () => {
    const folder = await folderWith({ 'report.docx': sound })
    const env = { INIT_CWD: folder, npm_lifecycle_event: 'npx' }
    expect(await nianbao(['check', 'report.docx'], { cwd: ROOT, env })).toMatchObject({ status: 0 })
    expect(await nianbao(['check', 'report.docx'], { cwd: ROOT, env: { INIT_CWD: folder } })).toMatchObject({ status: 1 })
  })

  it.each(['.', 'tests/cli'])('npx nianbao works from %s of the project', async (sub) => {
    const folder = await folderWith({ 'report.docx': sound })
    const cwd = join(ROOT, sub)
    const file = relative(cwd, join(folder, 'report.docx'))
    const { status, out } = await run('npx', ['--no', 'nianbao', 'check', '--json', file], { cwd })
    expect(CheckOutput.parse(JSON.parse(out)).results).toMatchObject([{ file, verdict: 'pass' }])
    expect(status).toBe(0)
  })
})
