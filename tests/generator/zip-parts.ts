import { strToU8, zipSync } from 'fflate'

/** Without a zone: the same local time, and so the same bytes, wherever it is packed. */
const PACKED_AT = '2024-01-05T10:00:00'

/** A packed file; parts named in `stored` are not compressed. */
export const zipParts = (parts: Readonly<Record<string, string | Uint8Array>>, stored: readonly string[] = []): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        [typeof content === 'string' ? strToU8(content) : content, { mtime: PACKED_AT, level: stored.includes(name) ? 0 : 6 }],
      ]),
    ),
  )
