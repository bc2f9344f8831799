import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { rebuildSite } from '../functions/rebuild-site/rebuild.ts'
import { choosePorts, onChosenPorts, type Ports } from './addresses.ts'
import { corePorts } from './core-ports.ts'
import { sentenceOf } from './faults.ts'
import { fileLog } from './log.ts'
import { openServiceKey } from './service-key.ts'
import { startServices } from './services.ts'
import { takeFolder } from './take-folder.ts'

const USAGE = '用法: npm run rebuild-site [-- --data DIR] [--year YYYY]\n'

const optionsOf = (args: string[]): { readonly data: string; readonly year: number | undefined } | undefined => {
  try {
    const { values } = parseArgs({ args, options: { data: { type: 'string', default: '.nianbao' }, year: { type: 'string' } } })
    const year = values.year === undefined ? undefined : Number(values.year)
    return values.data !== '' && (year === undefined || Number.isInteger(year)) ? { data: resolve(values.data), year } : undefined
  } catch {
    return undefined
  }
}

const rebuild = async (folder: string, ports: Ports, year: number | undefined): Promise<void> => {
  const { agencyYears } = await rebuildSite(corePorts(ports, await openServiceKey(folder), fileLog(`${folder}/functions.log`)), year)
  process.stdout.write(`网站已重新生成:${agencyYears}个机关年度的页面,以及各级目录\n`)
}

/** Makes the public site of a data folder anew, on the services of the run that has it, or on some of its own. */
const main = async (): Promise<number> => {
  const options = optionsOf(process.argv.slice(2))
  if (options === undefined) {
    process.stderr.write(USAGE)
    return 2
  }
  const { data, year } = options
  const taken = await takeFolder(data)
  if (taken === undefined) {
    process.stderr.write(`数据目录 ${data} 正由另一个进程使用,它没有应答\n`)
    return 2
  }
  if ('runsAt' in taken) await rebuild(data, taken.runsAt, year)
  else {
    const { ports, started: stop } = await onChosenPorts(
      () => choosePorts(data, undefined),
      (chosen) => startServices(data, chosen),
    )
    await rebuild(data, ports, year)
    await stop()
    await taken.release()
  }
  return 0
}

try {
  process.exit(await main())
} catch (error) {
  const folder = optionsOf(process.argv.slice(2))?.data ?? ''
  process.stderr.write(`${sentenceOf(error, folder) ?? `网站没有重新生成:${error instanceof Error ? error.message : String(error)}`}\n`)
  process.exit(1)
}
