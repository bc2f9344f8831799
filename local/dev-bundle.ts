import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { context } from 'esbuild'
import { localRunFrom } from './bundle-options.ts'

type Rebuilt = 'same' | 'changed' | 'broken'

export type DevBundle = {
  /** Where it is written. */
  readonly path: string
  /** Bundles the sources as they are now; `broken` where they cannot be, which esbuild has then said on standard error. */
  rebuild(): Promise<Rebuilt>
  dispose(): Promise<void>
}

/** A bundle that is made again and again in one folder, each time within a few hundredths of a second. */
export const openBundle = async (entry: string, outdir: string): Promise<DevBundle> => {
  const building = await context({ ...localRunFrom(entry, outdir), write: false })
  let last: string | undefined
  return {
    path: join(outdir, `${entry.replace(/^.*\/|\.ts$/g, '')}.js`),
    async rebuild() {
      const built = await building.rebuild().catch(() => undefined)
      if (built === undefined) return 'broken'
      for (const { path, contents } of built.outputFiles) {
        await mkdir(dirname(path), { recursive: true })
        await writeFile(path, contents)
      }
      // Maps hold the sources whole: they differ where the code that is used does not.
      const code = built.outputFiles.find(({ path }) => path.endsWith('.js'))?.hash
      if (code === last) return 'same'
      last = code
      return 'changed'
    },
    dispose: () => building.dispose(),
  }
}
