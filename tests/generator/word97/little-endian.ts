/** Numbers as little-endian bytes. */
export const u16 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff]
export const u32 = (value: number): number[] => [...u16(value), ...u16(value >>> 16)]
export const utf16 = (text: string): number[] => Array.from({ length: text.length }, (_, index) => u16(text.charCodeAt(index))).flat()
export const zeros = (count: number): number[] => Array.from({ length: count }, () => 0)
/** Fills up to the next multiple. */
export const padTo = (bytes: readonly number[], multiple: number): number[] => [
  ...bytes,
  ...zeros((multiple - (bytes.length % multiple)) % multiple),
]
