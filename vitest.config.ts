import { defineConfig } from 'vitest/config'
import { MOST_PATIENCE } from './tests/patience.ts'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    testTimeout: MOST_PATIENCE + 30_000,
    hookTimeout: MOST_PATIENCE + 30_000,
    expect: { poll: { timeout: MOST_PATIENCE, interval: 20 } },
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
  },
})
