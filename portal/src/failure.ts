import type { Refused } from '../../shared/http-api/client.ts'

/** session: sign in anew. again: trying again may help. refused: it will not. */
export type FailureKind = 'session' | 'again' | 'refused'

/** Something that did not work, in words for the person at the screen. */
export class Failure extends Error {
  readonly kind: FailureKind
  constructor(kind: FailureKind, words: string) {
    super(words)
    this.kind = kind
  }
}

export const sessionOver = (): Failure => new Failure('session', '登录已失效。请重新登录,写好的内容会保留。')

export const networkFailure = (): Failure => new Failure('again', '网络不通,没有连上服务器。请检查网络后再试。')

/** What it means that the service refused, or answered something that nobody understands. */
export const failureOf = ({ status, problem }: Refused): Failure => {
  if (status === 401) return sessionOver()
  const detail = problem?.detail
  if (status < 400 || status >= 500 || status === 429)
    return new Failure('again', detail ?? '系统暂时不能处理,请稍后再试。问题不在您的文件。')
  return new Failure('refused', detail ?? `操作没有被接受(代码${status})。`)
}

/** What the store said to an upload that it refused: its policy ran out, or the file is not the one that was announced. */
export const uploadFailureOf = (status: number, answer: string): Failure => {
  if (/expired/i.test(answer)) return new Failure('again', '上传时限已过,本次上传没有完成。请再提交一次。')
  if (/EntityTooLarge/.test(answer)) return new Failure('refused', '文件过大,没有上传。请压缩其中的图片后再提交。')
  if (/(Checksum|Digest|SHA256)/i.test(answer)) return new Failure('again', '文件在提交过程中有改动。请关闭正在编辑它的程序,再提交一次。')
  return new Failure('again', `上传没有成功(代码${status})。请再提交一次。`)
}

/** Any error as a failure with words; one of our own making is told as such. */
export const asFailure = (error: unknown): Failure =>
  error instanceof Failure ? error : new Failure('again', `页面出现故障:${error instanceof Error ? error.message : String(error)}`)
