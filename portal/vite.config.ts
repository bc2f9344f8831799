import { cp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { missingFunctions, OLDEST_CHROMIUM } from './missing-functions.ts'

const MAPS = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps')

/** Lays the character maps of the PDF library beside the page, where the pre-check fetches those that a file asks for. */
const characterMaps = (): Plugin => ({
  name: 'character-maps',
  apply: 'build',
  writeBundle: ({ dir = '.' }) => cp(MAPS, join(dir, 'cmaps'), { recursive: true }),
})

/** Lets the page ask for the portal along with the first script, which loads it. */
const preloadPortal = (): Plugin => ({
  name: 'preload-portal',
  apply: 'build',
  transformIndexHtml: (_, { bundle = {} }) =>
    Object.values(bundle).flatMap((part) =>
      part.type === 'chunk' && part.facadeModuleId?.endsWith('/portal.tsx')
        ? [part.fileName, ...part.imports].map((file) => ({
            tag: 'link',
            injectTo: 'head' as const,
            attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
          }))
        : [],
    ),
})

/** `base` is relative, so that the portal may stand under any address. */
export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [characterMaps(), missingFunctions(), preloadPortal()],
  worker: { format: 'es', plugins: () => [missingFunctions()] }, // which may load its parts on demand
  build: {
    outDir: '../dist/portal',
    emptyOutDir: true,
    target: `chrome${OLDEST_CHROMIUM}`,
    chunkSizeWarningLimit: 1500, // the PDF library, which only comes when such a file is chosen
    rolldownOptions: { checks: { pluginTimings: false } },
  },
})
