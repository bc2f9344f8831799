const KIDS = /\/Kids\s*\[([^\]]*)\]/g
const REFERENCE = /\d+\s+\d+\s+R\b/g

/**
 * A file whose lists of pages name a page once each, the others blanked; undefined where no list that stands in plain sight names one
 * twice. The library gives up at such lists.
 */
export const withPagesOnce = (bytes: Uint8Array): Uint8Array | undefined => {
  const text = new TextDecoder('latin1').decode(bytes)
  let once: Uint8Array | undefined
  for (const { 1: list = '', index, 0: whole } of text.matchAll(KIDS)) {
    const seen = new Set<string>()
    const start = index + whole.length - 1 - list.length
    for (const { 0: reference, index: at } of list.matchAll(REFERENCE)) {
      const page = reference.replace(/\s+/g, ' ')
      if (seen.has(page)) {
        once ??= bytes.slice()
        once.fill(0x20, start + at, start + at + reference.length)
      }
      seen.add(page)
    }
  }
  return once
}
