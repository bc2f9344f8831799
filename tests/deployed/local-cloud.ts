import { rm } from 'node:fs/promises'
import { addressOf, onChosenPorts } from '../../local/addresses.ts'
import { corePorts, NAMES, queueUrlOf, settingsOf } from '../../local/core-ports.ts'
import { startServices } from '../../local/services.ts'
import { freePorts } from '../free-ports.ts'
import type { Cloud } from './deployment.ts'

export const SENDER = 'nianbao@example.gov.cn'

/** The services of the local run as what a stack is deployed to, under a folder of their own. */
export const startLocalCloud = async (folder: string, { partition }: { readonly partition: 'aws' | 'aws-cn' }) => {
  const { ports, started: stop } = await onChosenPorts(freePorts, (chosen) => startServices(folder, chosen))
  const settings = settingsOf(ports)
  const cloud: Cloud = {
    place: { partition, region: settings.region ?? '', account: '000000000000' },
    settings,
    names: NAMES,
    queueUrlOf: (queue) => queueUrlOf(ports, queue),
    siteUrl: addressOf(ports.site),
    sender: SENDER,
  }
  return {
    cloud,
    /** The stores themselves, to look at what is kept. */
    core: corePorts(ports),
    /** Where the mails lie that SES was given. */
    mails: `${addressOf(ports.ses)}/store`,
    async close(): Promise<void> {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
