import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    scratchFolder: string
  }
}

/** A folder for what all test files of a project share; removed after them. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const folder = await mkdtemp(join(tmpdir(), 'nianbao-cdk-'))
  project.provide('scratchFolder', folder)
  return () => rm(folder, { recursive: true })
}
