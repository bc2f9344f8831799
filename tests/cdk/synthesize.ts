import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Template } from 'aws-cdk-lib/assertions'
import { createApp } from '../../cdk/create-app.ts'

/** A folder with a page in it, in place of the built portal. */
export const portalFiles = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-portal-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  return folder
}

/** The synthesized stack, its functions not bundled; fails where a check of cdk-nag has something to say. */
export const synthesize = (context: Readonly<Record<string, unknown>> = {}): Template => {
  const outdir = mkdtempSync(join(tmpdir(), 'nianbao-cdk-'))
  const { app, stack } = createApp({ outdir, context: { 'aws:cdk:bundling-stacks': [], ...context } }, { portalFiles: portalFiles() })
  return Template.fromJSON(app.synth().getStackByName(stack.stackName).template)
}
