import { DamagedFile } from './object-store/storage.ts'

/** Hears of what goes wrong with the machine below a run: the run itself goes on where it can. */
export type OnFault = (error: unknown) => void

/** A data folder that this build must not touch; the message is for the person. */
export class FolderRefused extends Error {}

type Sentence = readonly [sign: RegExp, sentence: (folder: string) => string]

/** By what a system or LevelDB calls it. */
const SENTENCES: readonly Sentence[] = [
  [/\bENOSPC\b|\bEDQUOT\b|No space left|Disk quota/i, (folder) => `磁盘空间不足,数据目录 ${folder} 写不进新的内容,请腾出空间`],
  [/\bEROFS\b|Read-only file system/i, (folder) => `数据目录 ${folder} 所在的磁盘是只读的,无法写入`],
  [/LEVEL_LOCKED|already held by process|LOCK: /, (folder) => `数据目录 ${folder} 正由另一个进程使用`],
  [/\bEACCES\b|\bEPERM\b|Permission denied/i, (folder) => `没有读写数据目录 ${folder} 的权限`],
  [/\bENOTDIR\b|\bEEXIST\b/, (folder) => `数据目录 ${folder} 不是一个可用的目录`],
  [/\bENOENT\b/, (folder) => `数据目录 ${folder} 或其中的文件不见了`],
  [/\bEMFILE\b|\bENFILE\b/, () => '同时打开的文件太多,超出了系统的限制'],
  [/\bEADDRINUSE\b/, () => '端口都被别的程序占用'],
  [/\bEIO\b|Input\/output error/i, (folder) => `数据目录 ${folder} 所在的磁盘读写出错`],
  [/LEVEL_CORRUPTION|LEVEL_IO_ERROR|Corruption:/, (folder) => `数据目录 ${folder} 中的数据表无法读写`],
]

/** An error with those that caused it, outermost first. */
const causesOf = (error: unknown): Error[] => (error instanceof Error ? [error, ...causesOf(error.cause)] : [])

/** What a person is told of a fault, without a full stop; undefined for one that is none of the machine's. */
export const sentenceOf = (error: unknown, folder: string): string | undefined => {
  const causes = causesOf(error)
  const refused = causes.find((cause) => cause instanceof FolderRefused)
  if (refused) return refused.message
  const damaged = causes.find((cause) => cause instanceof DamagedFile)
  if (damaged) return `文件 ${damaged.path} 已损坏;移走它就能启动,只失去这一个文件的这一版`
  const signs = causes.map((cause) => ('code' in cause ? `${cause.code} ${cause.message}` : cause.message)).join('\n')
  return SENTENCES.find(([sign]) => sign.test(signs))?.[1](folder)
}

const SILENCE_MILLISECONDS = 60_000

/** Tells faults by one sentence each; the same one not more than once a minute. */
export const faultTeller = (folder: string, say: (line: string) => void, now: () => number = Date.now): OnFault => {
  const told = new Map<string, number>()
  return (error) => {
    const sentence = sentenceOf(error, folder) ?? `出现意外错误:${error instanceof Error ? error.message : String(error)}`
    if (now() - (told.get(sentence) ?? Number.NEGATIVE_INFINITY) < SILENCE_MILLISECONDS) return
    told.set(sentence, now())
    say(sentence)
  }
}
