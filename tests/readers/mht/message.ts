import { joinBytes, toUtf8 } from '../encoding/chinese-bytes.ts'

/** Bytes as letters of the same code, which all that mail carries is made of. */
export const letters = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

export const quotedPrintable = (bytes: Uint8Array): string =>
  letters(bytes)
    .replace(/[=\x80-\xff]/g, (letter) => `=${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
    .replace(/(.{70})(?<!=.?)/g, '$1=\r\n')

export const base64 = (bytes: Uint8Array): string => btoa(letters(bytes)).replace(/.{76}/g, '$&\r\n')

export const HEAD =
  'From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n'
export const part = (type: string, encoding: string, body: Uint8Array | string): Uint8Array =>
  joinBytes(
    toUtf8(`--B-1\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Location: http://a/\r\n\r\n`),
    typeof body === 'string' ? toUtf8(body) : body,
    toUtf8('\r\n'),
  )
export const message = (...parts: readonly Uint8Array[]): Uint8Array =>
  joinBytes(toUtf8(`${HEAD}\tboundary="B-1"\r\n\r\nThis is a multi-part message.\r\n`), ...parts, toUtf8('--B-1--\r\n'))
