import type { Remark } from '../../document/reading.ts'
import { type Content, type Reader, type ReadLimits, UnreadableError } from '../reader.ts'
import { AT_START } from './group-state.ts'
import { interpret } from './interpreter.ts'

const BRACE_OPEN = 0x7b

const readRtf = (bytes: Uint8Array, limits: ReadLimits): Content => {
  const start = bytes.indexOf(BRACE_OPEN)
  if (start < 0) throw new UnreadableError('damaged')
  const remarks = new Set<Remark>()
  const { flow, textBoxes, run } = interpret(bytes, limits, remarks)
  const blocks = run(start + 1, AT_START)
  const inBody = blocks.length
  if (!flow.hasTables()) for (const { at, state } of [...textBoxes]) run(at, { ...AT_START, fallbackLength: state.fallbackLength })
  if (blocks.length > inBody) remarks.add('text-box-read')
  return { blocks, remarks }
}

/** Reads Rich Text Format, as Word, WPS and LibreOffice write it. */
export const rtfReader: Reader = async (bytes, { limits }) => readRtf(bytes, limits)
