import { publish } from '../functions/publish-report/publish.ts'
import type { Ports as CorePorts } from '../shared/ports/ports.ts'
import { received } from '../shared/submission/version.ts'
import { readPorts } from './addresses.ts'
import { corePorts, startLocalRun } from './local-run.ts'

/** Makes the pages of what stands in public anew, as they were made when it was approved: templates may have changed since. */
const renderAgain = async (core: CorePorts): Promise<void> => {
  for (const { submissionId } of await core.publications.list()) {
    const submission = await core.submissions.load(submissionId)
    if (submission?.status === 'published') await publish(core, received(submission))
  }
}

/** The local run as `npm run dev` starts it, again and again: on a folder that is taken and ports that are chosen already. */
const [folder = '', portal = '', gatewayPort = ''] = process.argv.slice(2)
const ports = await readPorts(folder)
if (ports === undefined) throw new Error(`${folder} has no addresses`)
const stop = await startLocalRun(folder, ports, portal, Number(gatewayPort))
await renderAgain(corePorts(ports))
process.send?.('ready')
process.on('SIGINT', () => {}) // Ctrl-C reaches this process too; the one that started it says when to stop.
await new Promise((resolve) => ['SIGTERM', 'disconnect'].map((signal) => process.once(signal, resolve)))
await stop()
process.exit(0)
