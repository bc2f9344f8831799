import type { ReadTools } from '../reader.ts'
import { xmlBytes } from '../xml/xml-bytes.ts'
import { openZip } from '../zip/zip.ts'
import { type FoundTraces, NO_TRACES, textsIn } from './found-traces.ts'

const OFD = { 'http://www.ofdspec.org/2016': 'ofd', 'http://www.ofdspec.org': 'ofd' }

/** Who made an OFD file; `Creator` there is the program. */
export const ofdTraces = async (bytes: Uint8Array, tools: ReadTools): Promise<FoundTraces> => {
  const zip = openZip(bytes, tools)
  const root = zip.names.find((name) => /^[/\\]?ofd\.xml$/i.test(name))
  const part = root === undefined ? undefined : await zip.read(root)
  return part === undefined ? NO_TRACES : { ...NO_TRACES, people: textsIn(xmlBytes(part), OFD, ['ofd:Author']) }
}
