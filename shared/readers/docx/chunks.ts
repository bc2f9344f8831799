import type { Block, Format, Source } from '../../document/document.ts'
import type { Remark } from '../../document/reading.ts'
import type { Relationship } from '../ooxml/package.ts'
import { type ReadTools, UnreadableError } from '../reader.ts'
import type { Zip } from '../zip/zip.ts'
import type { Chunk } from './body.ts'

/** What Word takes in when it opens the document. */
const FORMATS: readonly Format[] = ['html', 'mht', 'rtf', 'txt', 'docx', 'doc']
/** More parts than this no person puts together; and each may hold such parts again, to this depth. */
const [MOST_CHUNKS, DEEPEST] = [50, 3]

/** The place of a piece of such a part counts its rows and cells alone: all else counts from the start of the part. */
const placeIn = ({ row, cell }: Source): Source => ({ ...(row !== undefined && { row }), ...(cell !== undefined && { cell }) })

const withPlaces = (blocks: readonly Block[]): readonly Block[] =>
  blocks.map((block) => {
    const source = placeIn(block.source)
    if (block.kind !== 'table') return { ...block, source }
    const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, source: placeIn(cell.source), blocks: withPlaces(cell.blocks) })))
    return { ...block, rows, source }
  })

const putIn = (blocks: readonly Block[], read: ReadonlyMap<Block, readonly Block[]>): readonly Block[] =>
  blocks.flatMap((block) => {
    if (block.kind !== 'table') return read.get(block) ?? [block]
    return [{ ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: putIn(cell.blocks, read) }))) }]
  })

type Package = { readonly zip: Zip; readonly parts: readonly Relationship[]; readonly tools: ReadTools }

const readChunk = async (id: string, { zip, parts, tools }: Package) => {
  const part = parts.find((each) => each.id === id)
  const bytes = part === undefined ? undefined : await zip.read(part.part)
  const depth = tools.embeddedIn ?? 0
  if (bytes === undefined || tools.readEmbedded === undefined || depth >= DEEPEST) throw new UnreadableError('embedded')
  const reading = await tools.readEmbedded(bytes, { ...tools, embeddedIn: depth + 1 })
  if (!('unreadable' in reading) && FORMATS.includes(reading.document.format)) return reading
  if ('unreadable' in reading && reading.unreadable === 'empty') return { document: { blocks: [] }, remarks: [] }
  throw new UnreadableError('embedded')
}

/** The blocks with those of the parts that stand among them, each read as the file that it is. */
export const withChunks = async (blocks: readonly Block[], chunks: readonly Chunk[], of: Package) => {
  if (chunks.length > MOST_CHUNKS) throw new UnreadableError('embedded')
  const until = performance.now() + of.tools.limits.milliseconds
  const read = new Map<Block, readonly Block[]>()
  const remarks = new Set<Remark>()
  for (const { id, stead } of chunks) {
    const milliseconds = Math.max(1, until - performance.now())
    const reading = await readChunk(id, { ...of, tools: { ...of.tools, limits: { ...of.tools.limits, milliseconds } } })
    read.set(stead, withPlaces(reading.document.blocks))
    for (const remark of reading.remarks) remarks.add(remark)
  }
  return { blocks: putIn(blocks, read), remarks }
}
