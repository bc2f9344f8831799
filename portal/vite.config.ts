import { cp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

const MAPS = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')

/** Lays the character maps of the PDF library beside the page, where the pre-check fetches those that a file asks for. */
const characterMaps = (): Plugin => ({
  name: 'character-maps',
  apply: 'build',
  writeBundle: ({ dir = '.' }) => cp(MAPS, join(dir, 'cmaps'), { recursive: true }),
})

/** `base` is relative, so that the portal may stand under any address. */
export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [characterMaps()],
  worker: { format: 'es' }, // which may load its parts on demand
  build: {
    outDir: '../dist/portal',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1500, // the PDF library, which only comes when such a file is chosen
    rolldownOptions: { checks: { pluginTimings: false } },
  },
})
