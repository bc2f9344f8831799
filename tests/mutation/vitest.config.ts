import { defineConfig } from 'vitest/config'

/** The tests that mutants of the rules have to fail: quick ones, which read no file. */
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/rules/*.test.ts', 'tests/findings/*.test.ts', 'tests/text/*.test.ts'],
    exclude: ['tests/text/long-texts.test.ts', 'tests/rules/detection.test.ts'],
    testTimeout: 20_000,
    isolate: false,
  },
})
