import iconv from 'iconv-lite'

export const TEXT_ENCODINGS = ['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be'] as const
export type TextEncoding = (typeof TEXT_ENCODINGS)[number]

const OPTIONS: Record<TextEncoding, readonly [encoding: string, addBOM: boolean]> = {
  'utf-8': ['utf8', false],
  'utf-8-bom': ['utf8', true],
  gb18030: ['gb18030', false],
  'utf-16le': ['utf16le', true],
  'utf-16be': ['utf16be', true],
}

export const encodeText = (text: string, encoding: TextEncoding): Uint8Array => {
  const [name, addBOM] = OPTIONS[encoding]
  return Uint8Array.from(iconv.encode(text, name, { addBOM }))
}
