import { inflate } from '../../../functions/node/inflate.ts'
import { type Block, cellText } from '../../../shared/document/document.ts'
import type { Reading } from '../../../shared/document/reading.ts'
import { answerOf } from '../../../shared/readers/read-file.ts'
import { READ_LIMITS, type Reader, type ReadLimits } from '../../../shared/readers/reader.ts'
import { recogniseReport } from '../../../shared/report/recognise-report.ts'
import type { Report } from '../../../shared/report/report.ts'
import type { expectedFigures } from '../../generator/expected-figures.ts'

export const readWith = (reader: Reader, bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<Reading> =>
  answerOf(reader, bytes, { inflate, limits: { ...READ_LIMITS, ...limits } })

export const documentOf = async (reader: Reader, bytes: Uint8Array) => {
  const reading = await readWith(reader, bytes)
  if ('unreadable' in reading) throw new Error(`unreadable: ${reading.unreadable}`)
  return reading
}

export const reasonOf = async (reader: Reader, bytes: Uint8Array, limits?: Partial<ReadLimits>): Promise<string> => {
  const reading = await readWith(reader, bytes, limits)
  return 'unreadable' in reading ? reading.unreadable : 'read'
}

export type Short = string | string[][]

/** Blocks in short: a text, `[picture]`, or rows of cells each as `column+columnSpan v rowSpan: text`, spans of 1 left out. */
export const short = (block: Block): Short => {
  if (block.kind === 'paragraph') return block.text
  if (block.kind === 'picture') return '[picture]'
  return block.rows.map((row) =>
    row.map((cell) => {
      const spans = `${cell.columnSpan > 1 ? `+${cell.columnSpan}` : ''}${cell.rowSpan > 1 ? `v${cell.rowSpan}` : ''}`
      const others = cell.blocks.filter(({ kind }) => kind !== 'paragraph').map((inner) => JSON.stringify(short(inner)))
      return `${cell.column}${spans}:${cellText(cell)}${others.join('')}`
    }),
  )
}

export const shortOf = async (reader: Reader, bytes: Uint8Array): Promise<Short[]> =>
  (await documentOf(reader, bytes)).document.blocks.map(short)

/** The figures of a report as the generator's own model names them. */
export const figuresOf = ({ tables }: Report): ReturnType<typeof expectedFigures> => {
  const read = (number: 2 | 3 | 4) => {
    const { state, figures } = tables[number]
    return state === 'read' ? figures.map((row) => row.map(({ value }) => value)) : null
  }
  return { 2: read(2), 3: read(3), 4: read(4) }
}

export const reportOf = async (reader: Reader, bytes: Uint8Array): Promise<Report> => recogniseReport(await documentOf(reader, bytes))
