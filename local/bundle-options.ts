import type { BuildOptions } from 'esbuild'

/** How our code is bundled for node, with maps to the sources for whoever debugs it. */
export const FOR_NODE = {
  bundle: true,
  charset: 'utf8',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
} as const satisfies BuildOptions

/** The run on one machine, from the entry that is given. */
export const localRunFrom = (entry: string, outdir: string): BuildOptions => ({
  ...FOR_NODE,
  entryPoints: [entry],
  outdir,
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
})
