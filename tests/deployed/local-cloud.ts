import { rm } from 'node:fs/promises'
import { addressOf, onChosenPorts } from '../../local/addresses.ts'
import { corePorts, NAMES, queueUrlOf, settingsOf } from '../../local/core-ports.ts'
import { openServiceKey } from '../../local/service-key.ts'
import { startServices } from '../../local/services.ts'
import { freePorts } from '../free-ports.ts'
import type { Cloud } from './deployment.ts'

export const SENDER = 'nianbao@example.gov.cn'

/** The services of the local run as what a stack is deployed to, under a folder of their own. */
export const startLocalCloud = async (folder: string, { partition }: { readonly partition: 'aws' | 'aws-cn' }) => {
  const { ports, started: stop } = await onChosenPorts(freePorts, (chosen) => startServices(folder, chosen))
  const key = await openServiceKey(folder)
  const settings = settingsOf(ports, key)
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
    core: corePorts(ports, key),
    async close(): Promise<void> {
      await stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
