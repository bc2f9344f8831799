import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseSync } from 'oxc-parser'

/** One import of a module: what is imported, as a path from the project's root where it is a file of ours. */
export type Import = { readonly from: string; readonly to: string; readonly own: boolean }

const SOURCE = /\.tsx?$/

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(path) : SOURCE.test(path) && !path.endsWith('.d.ts') ? [path] : []
  })

const importsOf = (file: string): Import[] => {
  const { module, errors } = parseSync(file, readFileSync(file, 'utf8'))
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`)
  const named = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
  ]
  const dynamic = module.dynamicImports.map(({ moduleRequest }) =>
    readFileSync(file)
      .subarray(0)
      .toString('utf8')
      .slice(moduleRequest.start, moduleRequest.end)
      .replace(/^['"`]|['"`]$/g, ''),
  )
  return [...named, ...dynamic].map((to) => ({
    from: file,
    to: to.startsWith('.') ? relative('.', join(dirname(file), to)) : to,
    own: to.startsWith('.'),
  }))
}

export const FOLDERS = ['shared', 'functions', 'cdk', 'local', 'portal', 'cli', 'bench'] as const

/** Every module of the project's own folders, and every import among and from them, as a parser finds them. */
export const readImports = (): { modules: string[]; imports: Import[] } => {
  const modules = FOLDERS.flatMap((folder) => filesUnder(folder))
  return { modules, imports: modules.flatMap(importsOf) }
}
