import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

/** One import of a module: what is imported, as a path from the project's root where it is a file of ours. Imports of types count too. */
export type Import = { readonly from: string; readonly to: string; readonly own: boolean }

/** A module as a parser sees it: its imports, and the names it uses that nothing in it declares. */
export type Module = { readonly path: string; readonly imports: readonly Import[]; readonly globals: readonly string[] }

const SOURCE = /\.tsx?$/

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(path) : SOURCE.test(path) && !path.endsWith('.d.ts') ? [path] : []
  })

/** What of the world outside a module can reach without an import. */
const WORLD = [
  'process',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'document',
  'window',
  'navigator',
]

/** Reads one module: static, type and dynamic imports, re-exports, `import('…')` types, and what it takes from the world by name. */
export const readModule = (path: string, source: string): Module => {
  const { program, errors } = parseSync(path, source)
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  const named: string[] = []
  const globals: string[] = []
  const name = (node: { source: { value?: unknown } | null }) => {
    if (typeof node.source?.value === 'string') named.push(node.source.value)
  }
  new Visitor({
    ImportDeclaration: name,
    ExportNamedDeclaration: name,
    ExportAllDeclaration: name,
    TSImportType: name,
    ImportExpression({ source: imported }) {
      if (imported.type === 'Literal') named.push(String(imported.value))
    },
    CallExpression({ callee }) {
      if (callee.type === 'Identifier' && WORLD.includes(callee.name)) globals.push(callee.name)
    },
    NewExpression({ callee }) {
      if (callee.type === 'Identifier' && WORLD.includes(callee.name)) globals.push(callee.name)
    },
    MemberExpression({ object, property }) {
      if (object.type !== 'Identifier') return
      if (object.name === 'globalThis' && property.type === 'Identifier' && WORLD.includes(property.name)) globals.push(property.name)
      if (['process', 'localStorage', 'sessionStorage', 'indexedDB', 'navigator', 'window'].includes(object.name)) globals.push(object.name)
    },
  }).visit(program)
  const imports = named.map((to) => ({
    from: path,
    to: to.startsWith('.') ? relative('.', join(dirname(path), to)) : to,
    own: to.startsWith('.'),
  }))
  return { path, imports, globals }
}

export const FOLDERS = ['shared', 'functions', 'cdk', 'local', 'portal', 'cli', 'bench'] as const

/** Every module of the project's own folders. */
export const readModules = (): Module[] =>
  FOLDERS.flatMap((folder) => filesUnder(folder)).map((path) => readModule(path, readFileSync(path, 'utf8')))
