import { defineConfig } from 'vite'

/** `base` is relative, so that the portal may stand under any address. */
export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: { outDir: '../dist/portal', emptyOutDir: true, target: 'es2022' },
})
