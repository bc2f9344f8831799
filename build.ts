import { chmod, rm, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { build as buildPage } from 'vite'
import { FOR_NODE, localRunFrom } from './local/bundle-options.ts'

// Chunks have names of their own content: those of earlier builds would stay.
for (const folder of ['dist/cli', 'dist/local']) await rm(folder, { recursive: true, force: true })

// The command is one file and a few chunks that load on demand: starting it must cost next to nothing.
await build({
  ...FOR_NODE,
  entryPoints: ['cli/nianbao.ts', 'cli/check-worker.ts', 'cli/reading-worker.ts'],
  outdir: 'dist/cli',
  splitting: true,
  minify: true,
  banner: { js: '#!/usr/bin/env node' },
  external: ['pdfjs-dist', '@e965/xlsx', 'piscina', 'cli-progress'],
})
await chmod('dist/cli/nianbao.js', 0o755)

await build({ ...localRunFrom('local/main.ts', 'dist/local'), splitting: true })
await buildPage({ root: 'portal', logLevel: 'warn' })

// Written last: a source that is newer is not in the build.
await writeFile('dist/built', '')
