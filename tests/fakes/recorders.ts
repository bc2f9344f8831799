import type { QueueName } from '../../shared/pipeline.ts'
import type { DownloadPolicy, DownloadSigner } from '../../shared/ports/download-signer.ts'
import type { Log } from '../../shared/ports/log.ts'
import type { Mail, Mailer } from '../../shared/ports/mailer.ts'
import type { Queue } from '../../shared/ports/queue.ts'
import type { UploadPolicy, UploadSigner } from '../../shared/ports/upload-signer.ts'

/** Takes down what it was told, `submission → queue`. */
export const recordingQueue = (): Queue & { readonly told: string[] } => {
  const told: string[] = []
  return { told, send: async (submission, to: QueueName) => void told.push(`${submission} → ${to}`) }
}

export const recordingMailer = (): Mailer & { readonly sent: Mail[] } => {
  const sent: Mail[] = []
  return { sent, send: async (mail) => ({ messageId: `mail-${sent.push(mail)}`, refused: [] }) }
}

export const recordingSigner = (): UploadSigner & { readonly signed: UploadPolicy[] } => {
  const signed: UploadPolicy[] = []
  return {
    signed,
    async sign(policy) {
      signed.push(policy)
      return { url: 'https://uploads.example', fields: { key: policy.key, 'Content-Type': policy.contentType } }
    },
  }
}

export const recordingDownloads = (): DownloadSigner & { readonly signed: DownloadPolicy[] } => {
  const signed: DownloadPolicy[] = []
  return {
    signed,
    async sign(policy) {
      signed.push(policy)
      return `https://uploads.example/${policy.key}?versionId=${policy.version}`
    },
  }
}

/** Lines as `level message`. */
export const recordingLog = (): Log & { readonly lines: string[] } => {
  const lines: string[] = []
  const line = (level: string) => (message: string) => void lines.push(`${level} ${message}`)
  return { lines, info: line('info'), warn: line('warn'), error: line('error') }
}
