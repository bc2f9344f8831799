import { isBuiltin } from 'node:module'
import { describe, expect, it } from 'vitest'
import { FOLDERS, type Import, readImports } from './imports.ts'

const { modules, imports } = readImports()

const top = (path: string): string => path.split('/')[0] ?? ''
/** The folder of the core that a path lies in; a file beside them is its own. */
const stage = (path: string): string => path.split('/')[1] ?? ''

/** The core in the order of the data's way: a folder imports only from those before it, and from itself. */
const ORDER = [
  'text',
  'form',
  'document',
  'readers',
  'report',
  'findings',
  'rule-kit',
  'rules',
  'assessment',
  'submission',
  'feedback',
  'http-api',
  'publication',
]
/** Outside that order: they name things of the core, and any stage may name them. */
const BESIDE = ['ports', 'pipeline.ts']

const told = (found: Import[]): string[] => found.map(({ from, to }) => `${from} → ${to}`)

describe('layers', () => {
  it('sees the modules that it judges', () => {
    for (const folder of FOLDERS.filter((each) => each !== 'bench'))
      expect(modules.filter((file) => top(file) === folder).length, folder).toBeGreaterThan(2)
    expect(imports.filter(({ own }) => own).length).toBeGreaterThan(modules.length)
  })

  it('keeps the core pure: nothing of node, of the SDK, of other folders', () => {
    const impure = imports.filter(
      ({ from, to, own }) => top(from) === 'shared' && (own ? top(to) !== 'shared' : isBuiltin(to) || to.startsWith('@aws-sdk')),
    )
    expect(told(impure)).toEqual([])
  })

  it('lets data flow one way through the core', () => {
    const backwards = imports.filter(({ from, to, own }) => {
      if (!own || top(from) !== 'shared' || top(to) !== 'shared') return false
      if (BESIDE.includes(stage(from)) || BESIDE.includes(stage(to)) || stage(from) === stage(to)) return false
      return !(ORDER.includes(stage(to)) && ORDER.indexOf(stage(to)) <= ORDER.indexOf(stage(from)))
    })
    expect(told(backwards)).toEqual([])
  })

  it('knows every folder of the core', () => {
    const stages = new Set(modules.filter((file) => top(file) === 'shared').map(stage))
    expect([...stages].filter((each) => !ORDER.includes(each) && !BESIDE.includes(each))).toEqual([])
  })

  it('keeps rules apart: only the catalogue names them, and what judges asks the catalogue', () => {
    const named = imports.filter(
      ({ from, to }) => /^shared\/rules\/(?!catalogue\.ts)/.test(to) && from !== 'shared/rules/catalogue.ts' && top(from) !== 'bench',
    )
    expect(told(named)).toEqual([])
  })

  it('judges by one call: nobody outside runs the rules or looks for the hint', () => {
    const STEPS = /^shared\/assessment\/(?:check-report|repair-hint)\.ts$/
    const outside = imports.filter(({ from, to }) => STEPS.test(to) && stage(from) !== 'assessment')
    expect(told(outside.filter(({ from }) => top(from) !== 'bench'))).toEqual([])
  })

  it('leaves the rule book and its sound report out of the functions', () => {
    const reached = new Set(modules.filter((file) => /^functions\/[^/]+\/lambda\.ts$/.test(file)))
    for (const file of reached) for (const { to } of imports.filter(({ from, own }) => own && from === file)) reached.add(to)
    expect([...reached].filter((file) => /rule-kit\/rule\.ts|rules\/catalogue/.test(file)).length).toBeGreaterThan(1)
    expect([...reached].filter((file) => /sound-report|rule-book/.test(file))).toEqual([])
  })

  it('lets only functions/aws use the SDK, and what the local run sets up of it', () => {
    const MAY = /^(?:functions\/aws|local\/embedded)\//
    expect(told(imports.filter(({ from, to }) => to.startsWith('@aws-sdk') && !MAY.test(from)))).toEqual([])
  })

  it('keeps handlers free of adapters: only lambda.ts names them', () => {
    const named = imports.filter(
      ({ from, to, own }) =>
        own && top(from) === 'functions' && /functions\/(?:aws|node)\//.test(to) && !/functions\/(?:aws|node)\/|\/lambda\.ts$/.test(from),
    )
    expect(told(named)).toEqual([])
  })

  it('keeps functions apart: none imports another', () => {
    const SHARED = ['aws', 'events', 'node', 'stored']
    const crossing = imports.filter(
      ({ from, to, own }) =>
        own && top(from) === 'functions' && top(to) === 'functions' && stage(from) !== stage(to) && !SHARED.includes(stage(to)),
    )
    expect(told(crossing)).toEqual([])
  })

  it('lets the portal talk HTTP: of ours it imports only the core', () => {
    expect(told(imports.filter(({ from, to, own }) => top(from) === 'portal' && own && !['portal', 'shared'].includes(top(to))))).toEqual(
      [],
    )
  })

  it('lets nothing but wiring and benches import from the outside in', () => {
    const ALLOWED: Record<string, readonly string[]> = {
      functions: ['functions', 'shared'],
      cli: ['cli', 'functions', 'shared'],
      local: ['local', 'cli', 'functions', 'shared'],
      cdk: ['cdk', 'shared'],
    }
    const wrong = imports.filter(({ from, to, own }) => own && (ALLOWED[top(from)]?.includes(top(to)) ?? true) === false)
    expect(told(wrong)).toEqual([])
  })

  it('names no folder or file for nothing', () => {
    expect(modules.filter((file) => /(^|\/)(utils?|helpers?|common|misc|lib)(\/|\.)/.test(file))).toEqual([])
  })
})
