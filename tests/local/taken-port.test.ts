import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { addressOf, onChosenPorts, type Ports } from '../../local/addresses.ts'
import { createHandlers } from '../../local/handlers.ts'
import { startLocalRun } from '../../local/local-run.ts'
import { freePort, freePorts } from '../free-ports.ts'
import { newFolder } from './run-process.ts'

/** The ones that are taken late, when most of the others listen. */
const SERVICES = ['portal', 'site', 'ses'] as const

it.each(SERVICES)(
  'where somebody took the port of %s after it was chosen, the run starts on the next choice, and leaves nothing behind',
  async (service) => {
    const other = createServer((_, response) => response.end('somebody else'))
    const ports = await freePorts()
    other.listen(ports[service], '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())

    const folder = await newFolder()
    // The second choice has all the other ports again: whatever the first try started must be off them.
    const choices: Ports[] = [ports, { ...ports, [service]: await freePort() }]
    const { started: stop, ports: chosen } = await onChosenPorts(
      async () => choices.shift() ?? ports,
      (each) => startLocalRun({ folder, ports: each, portal: folder, createHandlers }),
    )
    expect(chosen[service]).not.toBe(ports[service])
    expect((await fetch(addressOf(chosen.mail))).status).toBe(200)
    expect(await (await fetch(addressOf(ports[service]))).text()).toBe('somebody else')
    await stop()
  },
)

it('another fault is told at once, and a port that stays taken in the end', async () => {
  const ports = await freePorts()
  let chosen = 0
  const choose = async () => {
    chosen += 1
    return ports
  }
  const failing = (code: string) => async () => {
    throw Object.assign(new Error(code), { code })
  }
  await expect(onChosenPorts(choose, failing('EACCES'))).rejects.toThrow('EACCES')
  expect(chosen).toBe(1)
  await expect(onChosenPorts(choose, failing('EADDRINUSE'), 3)).rejects.toThrow('EADDRINUSE')
  expect(chosen).toBe(4)
})
