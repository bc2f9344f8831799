import type { Remark } from '../../document/reading.ts'
import { viewOf } from '../compound-file/byte-view.ts'
import { type CompoundFile, openCompoundFile } from '../compound-file/compound-file.ts'
import { type Content, type Reader, type ReadLimits, UnreadableError } from '../reader.ts'
import { startFlow } from '../word-flow/flow.ts'
import { readFileInformation } from './file-information.ts'
import { readFontNames } from './font-names.ts'
import { readNumbering } from './numbering.ts'
import { readPieces } from './piece-table.ts'
import { CHARACTERS, PARAGRAPHS, readPropertyRuns } from './property-runs.ts'
import { walkStory } from './story.ts'
import { readStyles } from './styles.ts'

/** A docx or xlsx under a password is packed into a compound file. */
const UNDER_PASSWORD = ['EncryptedPackage', 'EncryptionInfo']
/** Streams of programs from before Word 97: MS Works (whose files are called .wps too) and WordPerfect. */
const BEFORE_WORD_97 = ['CONTENTS', 'MatOST', 'MM', 'PerfectOffice_MAIN']

const withoutWordDocument = (file: CompoundFile): UnreadableError => {
  if (UNDER_PASSWORD.some(file.has)) return new UnreadableError('encrypted', undefined, 'docx')
  if (BEFORE_WORD_97.some(file.has)) return new UnreadableError('old-format')
  return new UnreadableError('unknown-format', undefined, null)
}

const readWord = (bytes: Uint8Array, limits: ReadLimits): Content => {
  const streams = openCompoundFile(bytes)
  const mainStream = streams.stream('WordDocument')
  if (mainStream === undefined) throw withoutWordDocument(streams)
  const main = viewOf(mainStream)
  const information = readFileInformation(main)
  const tableStream = streams.stream(information.tableStream)
  if (tableStream === undefined) throw new UnreadableError('damaged')
  const table = viewOf(tableStream)
  const data = streams.stream('Data')
  const { pieces, paragraphPages, characterPages } = information.tables
  const file = {
    main,
    data: data && viewOf(data),
    pieces: readPieces(main, table, pieces),
    paragraphs: readPropertyRuns(main, table, paragraphPages, PARAGRAPHS),
    characters: readPropertyRuns(main, table, characterPages, CHARACTERS),
    styles: readStyles(table, information),
    fonts: readFontNames(table, information.tables.fonts),
    numbering: readNumbering(table, information),
  }
  const remarks = new Set<Remark>()
  const flow = startFlow(limits, remarks)
  walkStory(file, { at: 0, length: information.bodyLength }, flow, remarks)
  const inBody = flow.finish().length
  if (!flow.hasTables()) walkStory(file, information.textBoxes, flow, remarks)
  const blocks = flow.finish()
  if (blocks.length > inBody) remarks.add('text-box-read')
  return { blocks, remarks }
}

/** Reads files of Word 97 to 2003 (.doc) and of WPS Writer (.wps), which writes the same format. */
export const word97Reader: Reader = async (bytes, { limits }) => readWord(bytes, limits)
