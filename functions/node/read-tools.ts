import { READ_LIMITS, type ReadTools } from '../../shared/readers/reader.ts'
import { characterMap } from './character-map.ts'
import { inflate } from './inflate.ts'

/** What every reader needs, as node gives it. */
export const readTools: ReadTools = { inflate, characterMap, limits: READ_LIMITS }

export const readingPort = () => ({ readTools: () => readTools })
