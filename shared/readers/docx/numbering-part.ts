import { END, OPEN, XmlScanner } from '../xml/scanner.ts'
import { isOn, levelIndex, OOXML, whole } from './names.ts'

export type Level = {
  start: number
  format: string
  /** The label with `%1` to `%9` for the numbers of the levels. */
  text: string
  suffix: string
  /** All numbers of the label in plain figures. */
  legal: boolean
  /** The paragraph style that stands for this level. */
  style?: string
  /** Starts anew after this level (counted from 1) or one above it; 0 never. */
  restartsAfter?: number
}

export type AbstractList = { levels: Map<number, Level>; styleLink?: string }
export type List = { abstractId: string; starts: Map<number, number>; levels: Map<number, Level> }

export type NumberingPart = { readonly abstracts: ReadonlyMap<string, AbstractList>; readonly lists: ReadonlyMap<string, List> }

type Parsing = {
  abstracts: Map<string, AbstractList>
  lists: Map<string, List>
  abstract: AbstractList
  list: List | undefined
  at: number
  level: Level
}

const MAX_START = 32767

const newLevel = (): Level => ({ start: 0, format: 'decimal', text: '', suffix: 'tab', legal: false })
const newList = (): List => ({ abstractId: '', starts: new Map(), levels: new Map() })

/** Each element of the part, and what it says by its value. */
const TAKE: Readonly<Record<string, (to: Parsing, value: string, xml: XmlScanner) => void>> = {
  'w:abstractNum': (to, _, xml) => {
    to.list = undefined
    to.abstract = { levels: new Map() }
    to.abstracts.set(xml.attribute('w:abstractNumId') ?? '', to.abstract)
  },
  'w:numStyleLink': (to, value) => {
    to.abstract.styleLink = value
  },
  'w:num': (to, _, xml) => {
    to.list = newList()
    to.lists.set(xml.attribute('w:numId') ?? '', to.list)
  },
  'w:abstractNumId': (to, value) => {
    if (to.list) to.list.abstractId = value
  },
  'w:lvlOverride': (to, _, xml) => {
    to.at = levelIndex(xml.attribute('w:ilvl'))
  },
  'w:startOverride': (to, value) => void to.list?.starts.set(to.at, whole(value, MAX_START) ?? 1),
  'w:lvl': (to, _, xml) => {
    to.level = newLevel()
    const levels = to.list?.levels ?? to.abstract.levels
    levels.set(levelIndex(xml.attribute('w:ilvl')), to.level)
  },
  'w:start': (to, value) => {
    to.level.start = whole(value, MAX_START) ?? 1
  },
  'w:numFmt': (to, value) => {
    to.level.format = value
  },
  'w:lvlText': (to, value) => {
    to.level.text = value
  },
  'w:suff': (to, value) => {
    to.level.suffix = value
  },
  'w:isLgl': (to, value) => {
    to.level.legal = isOn(value)
  },
  'w:pStyle': (to, value) => {
    to.level.style = value
  },
  'w:lvlRestart': (to, value) => {
    to.level.restartsAfter = levelIndex(value)
  },
}

/** Reads `numbering.xml`: the lists and the level definitions behind them. */
export const readNumberingPart = (xml: Uint8Array): NumberingPart => {
  const parsing: Parsing = {
    abstracts: new Map(),
    lists: new Map(),
    abstract: { levels: new Map() },
    list: undefined,
    at: 0,
    level: newLevel(),
  }
  const scanner = new XmlScanner(xml, OOXML)
  for (let token = scanner.next(); token !== END; token = scanner.next()) {
    if (token !== OPEN) continue
    const take = Object.hasOwn(TAKE, scanner.name) ? TAKE[scanner.name] : undefined
    take?.(parsing, scanner.attribute('w:val') ?? '', scanner)
  }
  return parsing
}
