import { defineConfig } from 'vitest/config'
import type { Reporter, TestModule, Vitest } from 'vitest/node'

/**
 * Stryker counts tests that fail, and a test file that a mutant keeps from loading has none: such a mutant would pass for a survivor.
 * So what breaks the loading is reported as an error of the run.
 */
const loadErrors = (): Reporter => {
  let vitest: Vitest | undefined
  return {
    onInit: (started) => {
      vitest = started
    },
    onTestModuleCollected: (module: TestModule) => {
      for (const error of module.errors()) vitest?.state.catchError(error, 'Unhandled Error')
    },
  }
}

/** The tests that mutants of the rules have to fail: quick ones, which read no file. One context for all, which saves most of the time. */
export default defineConfig({
  test: {
    root: '.',
    include: ['rules', 'rule-kit', 'findings', 'assessment', 'text'].map((folder) => `tests/${folder}/**/*.test.ts`),
    exclude: ['tests/text/long-texts.test.ts', 'tests/rules/detection.test.ts', 'tests/assessment/reproducible-verdict.test.ts'],
    testTimeout: 20_000,
    isolate: false,
    reporters: [loadErrors()],
  },
})
