import type { Remark } from '../../document/reading.ts'
import { type ReadLimits, UnreadableError } from '../reader.ts'
import { startFlow } from '../word-flow/flow.ts'
import { startColors } from './colors.ts'
import { DESTINATIONS, EQUATION_PARTS, isSkipped, mayOpen, TEXT_BOXES } from './destinations.ts'
import { Field } from './field.ts'
import { startFonts } from './fonts.ts'
import { AT_START, depthOf, type GroupState, innerDepthOf, STATE_WORDS } from './group-state.ts'
import { startStyles } from './letter-fonts.ts'
import { startLetters } from './letters.ts'
import { startRowDefinitions } from './row-definitions.ts'
import { groundOf } from './shading.ts'
import { TEXT_WORDS } from './text-words.ts'
import { type Token, tokensOf } from './tokens.ts'

const DEEPEST_GROUP = 1_000

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let filled = 0
  for (const part of parts) {
    whole.set(part, filled)
    filled += part.length
  }
  return whole
}

type TextBox = { readonly at: number; readonly state: GroupState }

/** Follows the tokens of an RTF file and tells the flow what they say. */
export const interpret = (bytes: Uint8Array, limits: ReadLimits, remarks: Set<Remark>) => {
  const flow = startFlow(limits, remarks)
  const tables = { fonts: startFonts(), colors: startColors(), styles: startStyles() }
  const { fonts, colors, styles } = tables
  const letters = startLetters(flow, tables, remarks)
  const rows = startRowDefinitions(colors)
  const textBoxes: TextBox[] = []
  let state = AT_START
  let groups: GroupState[] = []
  let tokens = tokensOf(bytes, 0)
  /** Text whose letters may be cut in two by \' and by escapes: it is decoded only when something else comes. */
  let undecoded: Uint8Array[] = []
  let fallback = 0
  /** Nothing stands in the group yet; only here does \* open a destination. */
  let atHead = true

  const decodeText = () => {
    if (undecoded.length === 0) return
    const whole = joined(undecoded)
    undecoded = []
    letters.decode(whole, state)
  }

  const mark = () => ({ deleted: state.deleted, hidden: state.letters.hidden === true })
  const ground = () => state.paragraphShading && groundOf(state.paragraphShading, colors)
  const endRow = (depth: number) => flow.endRow(depth, rows.shape(depth), mark())
  const endParagraph = () => {
    const depth = Math.max(depthOf(state), flow.isInRow() ? 1 : 0)
    if (state.deleted || state.letters.hidden) flow.runOn(depth)
    else flow.endParagraph(depth, ground())
  }
  const rowDepth = () => (state.inInnerRow ? innerDepthOf(state) : 1)

  /** Control words that the body acts on. */
  const bodyWords = new Map<string, (value: number) => void>([
    ['par', endParagraph],
    ['sect', endParagraph],
    ['page', endParagraph],
    ['cell', () => flow.endCell(1, ground())],
    ['row', () => endRow(1)],
    ['nestcell', () => flow.endCell(innerDepthOf(state), ground())],
    ['nestrow', () => endRow(innerDepthOf(state))],
    ['trowd', () => rows.begin(rowDepth())],
    ['trleft', (twips) => rows.setLeft(rowDepth(), twips)],
    ['trrh', (twips) => rows.setHeight(rowDepth(), twips)],
    ['cellx', (twips) => rows.addCell(rowDepth(), twips)],
    ['clmgf', () => rows.setMerge({ across: 1 })],
    ['clmrg', () => rows.setMerge({ across: 2 })],
    ['clvmgf', () => rows.setMerge({ down: 'first' })],
    ['clvmrg', () => rows.setMerge({ down: 'continued' })],
    ['clcbpat', (back) => rows.setShading({ back })],
    ['clcfpat', (fore) => rows.setShading({ fore })],
    ['clshdng', (hundredths) => rows.setShading({ hundredths })],
    ['trcbpat', (back) => rows.setRowShading(rowDepth(), { back })],
    ['trcfpat', (fore) => rows.setRowShading(rowDepth(), { fore })],
    ['trshdng', (hundredths) => rows.setRowShading(rowDepth(), { hundredths })],
    ['ansicpg', fonts.setAnsi],
    ['deff', fonts.setDefault],
    ['mden', () => letters.write('/', state)],
  ])

  const unicode = (value: number) => {
    letters.unicode(value, state)
    fallback = state.fallbackLength
  }

  const isReading = ({ destination }: GroupState): boolean => destination === 'body' || destination === 'silent'

  const enter = (word: string) => {
    const { destination, deleted } = state
    const isBox = TEXT_BOXES.has(word)
    if (isBox && destination === 'body') textBoxes.push({ at: tokens.at(), state })
    if (word === 'pict' && isReading(state) && !deleted && !state.letters.hidden) flow.addPicture()
    if (word === 'field') state = { ...state, field: new Field() }
    if (EQUATION_PARTS.has(word) && destination === 'body') flow.addDoubt('shown-otherwise')
    // What only sets letters needs no \*, and opens nothing.
    const starred = state.starred && atHead && !STATE_WORDS.has(word)
    const own = word === 'pict' || isBox || isSkipped(word, starred) ? 'skip' : DESTINATIONS.get(word)
    if (own !== undefined || state.starred) state = { ...state, starred: false, destination: own ?? destination }
  }

  const define = (word: string, value: number | undefined) => {
    if (state.destination === 'fonts') fonts.define(word, value)
    else if (state.destination === 'colors') colors.define(word, value)
    else if (state.destination === 'form' || state.destination === 'choice') state.field?.define(word, value)
    else if (state.destination === 'body') bodyWords.get(word)?.(value ?? 0)
  }

  const follow = (word: string, value: number | undefined) => {
    if (word === 'u') return unicode(value ?? 0)
    if (word !== '*' && (state.starred || mayOpen(word))) enter(word)
    define(word, value)
    const change = STATE_WORDS.get(word)
    if (change) state = { ...state, ...change(value, state) }
    const text = TEXT_WORDS.get(word)
    if (text !== undefined) letters.write(text, state)
  }

  const openGroup = () => {
    if (groups.push(state) > DEEPEST_GROUP) throw new UnreadableError('too-complex', `${DEEPEST_GROUP}层分组`)
    const destination = state.skipNextGroup ? 'skip' : state.destination
    if (state.skipNextGroup) groups[groups.length - 1] = { ...state, skipNextGroup: false }
    state = { ...state, destination, starred: false, skipNextGroup: false }
  }

  const closeGroup = () => {
    const inner = state
    state = groups.pop() ?? state
    if (inner.destination === 'number' && state.destination === 'body') flow.setNumber(letters.takeNumber())
    if (inner.destination === 'styles' && state.destination === 'styles') styles.define(inner)
    if (inner.field !== state.field) letters.writeFieldValue(inner, state)
  }

  const addText = (text: Uint8Array) => {
    const rest = fallback > 0 ? text.subarray(fallback) : text
    fallback = Math.max(0, fallback - text.length)
    if (rest.length > 0 && state.destination !== 'skip') undecoded.push(rest)
  }

  const takeOther = (token: Token) => {
    if (token.kind === 'open' || token.kind === 'close') {
      fallback = 0
      if (token.kind === 'open') openGroup()
      else closeGroup()
    } else if (fallback > 0 && !(token.kind === 'word' && token.word === 'u')) fallback--
    else if (token.kind === 'word' && state.destination !== 'skip') follow(token.word, token.value)
  }

  const take = (token: Token) => {
    if (token.kind === 'text') addText(token.bytes)
    else {
      decodeText()
      takeOther(token)
    }
    atHead = token.kind === 'open' || (atHead && token.kind === 'word' && token.word === '*')
  }

  /** Follows the tokens until the group is closed in which `start` stands. */
  const run = (start: number, within: GroupState) => {
    tokens = tokensOf(bytes, start)
    state = within
    groups = [within]
    while (groups.length > 0) {
      const token = tokens.next()
      if (token === undefined) {
        remarks.add('cut-off')
        break
      }
      take(token)
    }
    decodeText()
    return flow.finish()
  }

  return { flow, textBoxes, run }
}
