import { chmod, rm } from 'node:fs/promises'
import { build } from 'esbuild'

const common = {
  bundle: true,
  charset: 'utf8',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
} as const

// Chunks have names of their own content: those of earlier builds would stay.
await rm('dist/cli', { recursive: true, force: true })

// The command is one file and a few chunks that load on demand: starting it must cost next to nothing.
await build({
  ...common,
  entryPoints: ['cli/nianbao.ts', 'cli/check-worker.ts', 'cli/reading-worker.ts'],
  outdir: 'dist/cli',
  splitting: true,
  minify: true,
  banner: { js: '#!/usr/bin/env node' },
  external: ['pdfjs-dist', '@e965/xlsx', 'piscina', 'cli-progress'],
})
await chmod('dist/cli/nianbao.js', 0o755)

await build({
  ...common,
  entryPoints: ['local/main.ts'],
  outdir: 'dist/local',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
})
