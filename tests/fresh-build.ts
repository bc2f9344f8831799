import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

/** All that goes into `dist/`. Folders are looked at too: one is newer than what was last taken out of it. */
const FOLDERS = ['shared', 'functions', 'local', 'cli', 'portal']
const FILES = ['build.ts', 'package-lock.json', 'tsconfig.json']
const STAMP = 'dist/built'

const changedAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

const isStale = (): boolean => {
  const built = changedAt(STAMP)
  const inFolders = FOLDERS.flatMap((folder) => [
    folder,
    ...readdirSync(folder, { recursive: true }).map((path) => join(folder, String(path))),
  ])
  return [...FILES, ...inFolders].some((path) => changedAt(path) > built)
}

const buildWhereStale = (): void => {
  if (!isStale()) return
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'build.ts'], { stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) throw new Error('the build failed, and what it makes is tested')
}

/** Before tests that run what was built, and before each rerun of a watching test run: builds where a source is newer than the build. */
export const setup = (project: TestProject): void => {
  buildWhereStale()
  project.onTestsRerun(async () => buildWhereStale())
}
