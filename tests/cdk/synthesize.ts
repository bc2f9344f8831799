import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Template } from 'aws-cdk-lib/assertions'
import { createApp } from '../../cdk/create-app.ts'

type Context = Readonly<Record<string, unknown>>

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'nianbao-cdk-'))

/** The app in a folder of its own, with a page in place of the built portal. */
export const makeApp = (folder: string, context: Context = {}) => {
  const [outdir, portalFiles] = [join(folder, 'out'), join(folder, 'portal')]
  mkdirSync(portalFiles)
  writeFileSync(join(portalFiles, 'index.html'), '<!doctype html>')
  return { outdir, ...createApp({ outdir, context: { ...context } }, { portalFiles }) }
}

/** Does something with an app whose functions are not bundled, and leaves nothing behind. */
export const withApp = <Result>(context: Context, run: (made: ReturnType<typeof makeApp>) => Result): Result => {
  const folder = newFolder()
  try {
    return run(makeApp(folder, { 'aws:cdk:bundling-stacks': [], ...context }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const synthesized = new Map<string, object>()

/** The synthesized stack, its functions not bundled, made once for a context; fails where a check of cdk-nag has something to say. */
export const synthesize = (context: Context = {}): Template => {
  const key = JSON.stringify(context)
  const template =
    synthesized.get(key) ?? withApp(context, ({ app, stack }) => app.synth().getStackByName(stack.stackName).template as object)
  synthesized.set(key, template)
  return Template.fromJSON({ ...template })
}
