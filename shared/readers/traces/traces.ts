import type { Format } from '../../document/document.ts'
import type { Traces } from '../../document/reading.ts'
import { type ReadTools, UnreadableError } from '../reader.ts'
import { compoundTraces } from './compound-traces.ts'
import { type FoundTraces, tidied } from './found-traces.ts'
import { odfTraces } from './odf-traces.ts'
import { ofdTraces } from './ofd-traces.ts'
import { ooxmlTraces } from './ooxml-traces.ts'
import { pdfTraces } from './pdf-traces.ts'
import { rtfTraces } from './rtf-traces.ts'

const TRACES: Partial<Record<Format, (bytes: Uint8Array, tools: ReadTools) => Promise<FoundTraces>>> = {
  docx: ooxmlTraces,
  xlsx: ooxmlTraces,
  odt: odfTraces,
  ofd: ofdTraces,
  rtf: rtfTraces,
  pdf: pdfTraces,
  doc: compoundTraces,
  xls: compoundTraces,
}

/**
 * What a file that was read tells of people beside its text: who made it, who left comments. Nothing of it is judged or published. Where these parts are
 * damaged, nothing is told: the report itself could be read.
 */
export const tracesOf = async (format: Format, bytes: Uint8Array, tools: ReadTools): Promise<Traces | undefined> => {
  try {
    const found = await TRACES[format]?.(bytes, tools)
    return found && tidied(found)
  } catch (error) {
    if (error instanceof UnreadableError || error instanceof RangeError) return undefined
    throw error
  }
}
