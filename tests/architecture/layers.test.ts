import { describe, expect, it } from 'vitest'
import { circlesOf } from './circles.ts'
import { FOLDERS, readModule, readModules } from './imports.ts'
import { faultsOf, ORDER } from './layers.ts'

const modules = readModules()
const paths = modules.map(({ path }) => path)

describe('the house as it stands', () => {
  it('has modules in every folder, and more imports than modules: the parser sees what is judged', () => {
    for (const folder of FOLDERS) expect(paths.filter((path) => path.startsWith(`${folder}/`)).length, folder).toBeGreaterThan(2)
    expect(modules.flatMap(({ imports }) => imports.filter(({ own }) => own)).length).toBeGreaterThan(modules.length)
  })

  it('has no circle, no import against its order, no I/O in its core', () => {
    expect(faultsOf(modules)).toEqual([])
  })

  it('has every room of the core in the order, and no other in it', () => {
    const rooms = new Set(paths.filter((path) => path.startsWith('shared/')).map((path) => path.split('/')[1]))
    expect([...rooms].sort()).toEqual(ORDER.toSorted())
  })
})

describe('what is planted is found', () => {
  const planted = (path: string, source: string): string[] => faultsOf([...modules, readModule(path, source)])

  it.each([
    ['an import upward', 'shared/text/planted.ts', "import { RULES } from '../assessment/catalogue.ts'", 'against the order of the core'],
    ['a type import upward', 'shared/text/planted.ts', "import type { Rule } from '../rules/rule.ts'", 'against the order of the core'],
    ['a type named by import()', 'shared/text/planted.ts', "type A = import('../rules/rule.ts').Rule", 'against the order of the core'],
    ['a re-export upward', 'shared/text/planted.ts', "export { RULES } from '../assessment/catalogue.ts'", 'against the order of the core'],
    [
      'a lazy import upward',
      'shared/text/planted.ts',
      "const load = () => import('../assessment/catalogue.ts')",
      'against the order of the core',
    ],
    ['a new room of the core', 'shared/attic/planted.ts', "import type { A } from '../form/edition.ts'", 'against the order of the core'],
    ['a builtin in the core', 'shared/text/planted.ts', "import { readFileSync } from 'node:fs'", 'not pure'],
    ['the network in the core', 'shared/text/planted.ts', "const load = () => fetch('/x')", 'not pure'],
    ['the environment in the core', 'shared/text/planted.ts', 'const table = process.env.TABLE', 'not pure'],
    ['the SDK in a handler', 'functions/planted/handler.ts', "import { S3Client } from '@aws-sdk/client-s3'", 'the SDK is not for'],
    [
      'a top folder upward',
      'functions/planted/handler.ts',
      "import type { X } from '../../local/once.ts'",
      'against the order of the top folders',
    ],
    ['a handler that names an adapter', 'functions/planted/handler.ts', "import '../aws/aws-ports.ts'", 'only lambda.ts names adapters'],
    ['a function in a function', 'functions/planted/handler.ts', "import '../notify-agency/handler.ts'", 'functions stand apart'],
    ['a drawer for everything', 'shared/text/utils.ts', '', 'a name that says nothing'],
  ])('%s', (_what, path, source, fault) => {
    expect(planted(path, source).some((line) => line.startsWith(fault) && line.includes(path))).toBe(true)
  })

  it('a circle of files, closed by a type alone', () => {
    const pair = [
      readModule('shared/text/one.ts', "import { b } from './two.ts'"),
      readModule('shared/text/two.ts', "import type { A } from './one.ts'"),
    ]
    expect(faultsOf(pair)).toEqual(['circle of files: shared/text/one.ts, shared/text/two.ts'])
  })

  it('a circle of folders without a circle of files', () => {
    const rooms = [
      readModule('shared/readers/docx/a.ts', "import '../odt/b.ts'"),
      readModule('shared/readers/odt/c.ts', "import '../docx/d.ts'"),
    ]
    expect(faultsOf(rooms)).toEqual(['circle of folders: shared/readers/docx, shared/readers/odt'])
  })

  it('circles of three, and none where arrows only run forward', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', ['e']],
    ])
    expect(circlesOf(graph)).toEqual([['a', 'b', 'c']])
  })
})
