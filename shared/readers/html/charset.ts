/** The charset that an HTML file says it has, which may be wrong. */

const HEAD_BYTES = 4096
const META = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/gi
const XML = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)/i

export const declaredCharsets = (bytes: Uint8Array): readonly string[] => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES))
  const xml = XML.exec(head)?.[1]
  return [...Array.from(head.matchAll(META), ([, charset = '']) => charset), ...(xml === undefined ? [] : [xml])]
}
