import { unzipSync } from 'fflate'
import { zipParts } from '../zip-parts.ts'

/** Packs again what a library packed with the time of day. */
export const sameZipTimes = (bytes: Uint8Array): Uint8Array => zipParts(unzipSync(bytes))
