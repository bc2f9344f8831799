import { defineConfig } from 'vitest/config'
import { MOST_PATIENCE } from './tests/patience.ts'
import { slowestFiles } from './tests/slowest-files.ts'

/** Tests that start processes, the local services or a browser, and need what is built. */
const PROCESSES = ['tests/ledger/**/*.test.ts', 'tests/cli/**/*.test.ts', 'tests/local/**/*.test.ts', 'tests/journey/**/*.test.ts']
const CDK = ['tests/cdk/**/*.test.ts', 'tests/architecture/stack.test.ts']
/** Tests for `npm run test:long` alone: each unpacks browsers of its own. */
const LONG_ONLY = ['tests/journey/old-browsers.test.ts']
/** Tests that read or judge hundreds of reports each, whole, changed and damaged. */
const MATRICES = [
  'tests/report/{every-form,damage}.test.ts',
  'tests/readers/**/{generated,damage,limits,refusals,mammoth,unruled-variants}.test.ts',
  'tests/rules/detection.test.ts',
  'tests/assessment/repair-hint.test.ts',
  'tests/generator/*.test.ts',
]

export default defineConfig(({ mode }) => {
  // The mode of the command line does not reach the projects, whose configuration is read anew: workers take the environment from here.
  if (mode === 'long') process.env.HOW_MANY = 'many'
  return {
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    test: {
      // A worker loads a module once for all its files: loading anew for each file took more than half of the time.
      isolate: false,
      unstubGlobals: true,
      testTimeout: MOST_PATIENCE + 30_000,
      hookTimeout: MOST_PATIENCE + 30_000,
      expect: { poll: { timeout: MOST_PATIENCE, interval: 20 } },
      reporters: ['default', slowestFiles()],
      env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
      projects: [
        { extends: true, test: { name: 'fast', include: ['tests/**/*.test.{ts,tsx}'], exclude: [...PROCESSES, ...CDK, ...MATRICES] } },
        { extends: true, test: { name: 'matrices', include: MATRICES } },
        { extends: true, test: { name: 'cdk', include: CDK, fileParallelism: false, globalSetup: 'tests/cdk/scratch-folder.ts' } },
        {
          extends: true,
          test: { name: 'processes', include: PROCESSES, exclude: mode === 'long' ? [] : LONG_ONLY, globalSetup: 'tests/fresh-build.ts' },
        },
      ],
    },
  }
})
