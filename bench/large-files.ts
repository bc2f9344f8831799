import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BINARIES } from './large-files/binaries.ts'
import { FIXED_PACKAGES, OPEN_PACKAGES, SHEET_PACKAGES, WORD_PACKAGES } from './large-files/packages.ts'
import { type LargeFile, MB } from './large-files/report-around.ts'
import { HTML_PAGES, MESSAGES, RICH_TEXTS, TEXTS } from './large-files/texts.ts'

/**
 * Large and hostile files of every format, none over 25 MB, through the built command: how long each takes and how much memory it
 * needs at its peak. Needs `dist/` (`npx tsx build.ts`) and Linux, whose /proc tells the peak. An argument picks files by a part of their names.
 */
const COMMAND = 'dist/cli/nianbao.js'
const [MOST_SECONDS, MOST_MB] = [10, 512]
const GIVEN_UP_AFTER = 60_000

/** Run before the command: says at the end what the system knows of the process. (The usage that Node tells counts its parent's memory in.) */
const TELL_PEAK = `data:text/javascript,${encodeURIComponent(
  "import { readFileSync } from 'node:fs'\nprocess.on('exit', () => process.stderr.write('\\npeak ' + /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]))",
)}`

type Measured = { readonly seconds: number; readonly peak: number; readonly output: string }

const measure = (args: readonly string[]): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn('node', ['--import', TELL_PEAK, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: GIVEN_UP_AFTER,
      killSignal: 'SIGKILL',
    })
    const [out, err]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', reject)
    child.on('close', () => {
      const told = Buffer.concat(err).toString()
      const peak = /\npeak (\d+)$/.exec(told)?.[1]
      if (peak === undefined) console.error(told.slice(-2000))
      resolve({
        seconds: (performance.now() - began) / 1000,
        peak: peak === undefined ? Number.POSITIVE_INFINITY : Number(peak) / 1024,
        output: Buffer.concat(out).toString(),
      })
    })
  })

type Told = {
  readonly results: readonly [
    { readonly verdict: string; readonly findings: readonly { readonly rule: string; readonly message: string }[] },
  ]
}

/** The verdict, and of an unreadable file the reason; undefined where the command did not answer. */
const answer = (output: string): string | undefined => {
  if (output === '') return undefined
  const { verdict, findings } = (JSON.parse(output) as Told).results[0]
  return verdict === 'unreadable' ? `${findings[0]?.message}` : `${verdict}, ${findings.length} findings`
}

const wanted = process.argv[2] ?? ''
const files: readonly LargeFile[] = [
  ...[TEXTS, HTML_PAGES, MESSAGES, WORD_PACKAGES, OPEN_PACKAGES, SHEET_PACKAGES, FIXED_PACKAGES, RICH_TEXTS, BINARIES].flat(),
].filter(({ name }) => name.includes(wanted))

const folder = mkdtempSync(join(tmpdir(), 'nianbao-large-'))
let missed = 0
try {
  const line = (name: string, megabytes: string, seconds: string, peak: string, said: string, mark = ''): void =>
    console.log([name.padEnd(40), megabytes.padStart(6), seconds.padStart(7), peak.padStart(6), said + mark].join('  '))
  const { seconds, peak } = await measure(['-e', '0'])
  line('file', 'MB', 'seconds', 'peak', 'answer')
  line('(an empty node)', '', seconds.toFixed(2), peak.toFixed(0), '')
  for (const { name, make } of files) {
    const path = join(folder, 'large')
    const bytes = make()
    writeFileSync(path, bytes)
    const measured = await measure([COMMAND, 'check', '--json', path])
    const said = answer(measured.output)
    const isOver = measured.seconds > MOST_SECONDS || measured.peak > MOST_MB || said === undefined
    if (isOver) missed++
    line(
      name,
      (bytes.length / MB).toFixed(1),
      measured.seconds.toFixed(2),
      measured.peak.toFixed(0),
      said ?? 'no answer',
      isOver ? '  ← passes a limit' : '',
    )
  }
  console.log(`${files.length} files; over ${MOST_SECONDS} s or ${MOST_MB} MB: ${missed}`)
  process.exitCode = missed === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true })
}
