import { promisify } from 'node:util'
import { type AsyncZipOptions, type AsyncZippable, strFromU8, strToU8, unzipSync, zip } from 'fflate'
import { writeCompoundFile } from '../generator/word97/write-compound-file.ts'
import { docxOf, soundReport } from './files.ts'

const sound = (): Uint8Array => docxOf(soundReport('青禾市应急管理局'))

/** The smallest PNG: one pixel. */
const png = (): Uint8Array =>
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

const BOMB_BYTES = 220 * 1024 * 1024

/** A docx of some hundred kilobytes whose body unpacks to more than any report has; packed by a thread, which leaves the services time to answer. */
const zipBomb = (): Promise<Uint8Array> => {
  const parts = unzipSync(sound())
  const [before = '', after = ''] = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).split('</w:body>')
  const body = new Uint8Array(BOMB_BYTES).fill(0x20)
  body.set(strToU8(before))
  body.set(strToU8(`</w:body>${after}`), BOMB_BYTES - strToU8(`</w:body>${after}`).length)
  return promisify<AsyncZippable, AsyncZipOptions, Uint8Array>(zip)({ ...parts, 'word/document.xml': body }, { level: 1 })
}

const truncated = (): Uint8Array => sound().subarray(0, Math.floor(sound().length / 2))

/** What Word writes when a password is set: the packed report, encrypted, in a compound file. */
const underPassword = (): Uint8Array => {
  const noise = Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)
  return writeCompoundFile({ EncryptedPackage: noise, EncryptionInfo: [4, 0, 4, 0, 64, 0, 0, 0] })
}

/** Files that cannot be read, and what the agency is told of each: what is wrong, and what to do. */
export const BAD_FILES = [
  { what: 'a picture', make: png, why: '文件格式无法识别', fix: '另存为 docx' },
  { what: 'a zip bomb', make: zipBomb, why: '文件过大,超过上限 32 MB', fix: '请压缩或删去文件中的图片' },
  { what: 'half a docx', make: truncated, why: '文件已损坏或不完整', fix: '重新打开并保存一份' },
  { what: 'a docx under a password', make: underPassword, why: '文件设有密码', fix: '请取消文件的打开密码' },
]
