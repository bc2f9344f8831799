import { readOrRefuse } from '../read-or-refuse.ts'
import { type Reader, type Reading, type ReadLimits, type Remark, UnreadableError } from '../reader.ts'
import { AT_START } from './group-state.ts'
import { interpret } from './interpreter.ts'

const BRACE_OPEN = 0x7b

const readRtf = (bytes: Uint8Array, limits: ReadLimits): Reading => {
  const start = bytes.indexOf(BRACE_OPEN)
  if (start < 0) throw new UnreadableError('damaged')
  const remarks = new Set<Remark>()
  const { flow, textBoxes, run } = interpret(bytes, limits, remarks)
  const blocks = run(start + 1, AT_START)
  const inBody = blocks.length
  if (!flow.hasTables()) for (const { at, state } of [...textBoxes]) run(at, { ...AT_START, fallbackLength: state.fallbackLength })
  if (blocks.length > inBody) remarks.add('text-box-read')
  return { document: { format: 'rtf', blocks }, remarks: [...remarks] }
}

/** Reads Rich Text Format, as Word, WPS and LibreOffice write it. */
export const rtfReader: Reader = {
  format: 'rtf',
  read: (bytes, { limits }) => readOrRefuse('rtf', () => readRtf(bytes, limits)),
}
