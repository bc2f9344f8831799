import type { Remark } from '../../document/reading.ts'
import { type ReadLimits, UnreadableError } from '../reader.ts'
import { startFlow } from '../word-flow/flow.ts'
import { decode } from './code-pages.ts'
import { DESTINATIONS, isSkipped } from './destinations.ts'
import { startFonts } from './fonts.ts'
import { AT_START, depthOf, type GroupState, innerDepthOf, STATE_WORDS } from './group-state.ts'
import { startRowDefinitions } from './row-definitions.ts'
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
  const fonts = startFonts()
  const rows = startRowDefinitions()
  const textBoxes: TextBox[] = []
  let state = AT_START
  let groups: GroupState[] = []
  let tokens = tokensOf(bytes, 0)
  /** Text whose letters may be cut in two by \' and by escapes: it is decoded only when something else comes. */
  let undecoded: Uint8Array[] = []
  let number = ''
  let fallback = 0

  const writeLetters = (letters: string) => {
    const { destination, deleted, inserted, hidden } = state
    if (destination !== 'body' && destination !== 'number') return
    if (deleted || inserted) remarks.add('tracked-changes-accepted')
    if (hidden && letters.trim() !== '') remarks.add('hidden-text-left-out')
    if (deleted || hidden) return
    if (destination === 'body') flow.write(letters)
    else number += letters
  }

  const decodeText = () => {
    if (undecoded.length === 0) return
    const whole = joined(undecoded)
    undecoded = []
    // Bullets are letters of a font of symbols.
    if (state.destination === 'number' && fonts.isSymbols(state)) return
    writeLetters(decode(whole, fonts.codePage(state, whole)).replaceAll('\u00a0', ' '))
  }

  const endRow = (depth: number) => flow.endRow(depth, rows.shape(depth), state.deleted)
  const endParagraph = () => {
    if (!state.deleted) flow.endParagraph(Math.max(depthOf(state), flow.isInRow() ? 1 : 0))
  }
  const rowDepth = () => (state.inInnerRow ? innerDepthOf(state) : 1)

  /** Control words that the body acts on. */
  const bodyWords = new Map<string, (value: number) => void>([
    ['par', endParagraph],
    ['sect', endParagraph],
    ['page', endParagraph],
    ['cell', () => flow.endCell(1)],
    ['row', () => endRow(1)],
    ['nestcell', () => flow.endCell(innerDepthOf(state))],
    ['nestrow', () => endRow(innerDepthOf(state))],
    ['trowd', () => rows.begin(rowDepth())],
    ['trleft', (twips) => rows.setLeft(rowDepth(), twips)],
    ['cellx', (twips) => rows.addCell(rowDepth(), twips)],
    ['clmgf', () => rows.setMerge({ across: 1 })],
    ['clmrg', () => rows.setMerge({ across: 2 })],
    ['clvmgf', () => rows.setMerge({ down: 'first' })],
    ['clvmrg', () => rows.setMerge({ down: 'continued' })],
    ['ansicpg', fonts.setAnsi],
    ['deff', fonts.setDefault],
    ['shptxt', () => void textBoxes.push({ at: tokens.at(), state })],
  ])

  const unicode = (value: number) => {
    writeLetters(String.fromCharCode(value & 0xffff).replace('\u00a0', ' '))
    fallback = state.fallbackLength
  }

  const enter = (word: string) => {
    const { destination, deleted, hidden } = state
    if (word === 'pict' && (destination === 'body' || destination === 'silent') && !deleted && !hidden) flow.addPicture()
    const own = word === 'pict' || word === 'shptxt' || isSkipped(word, state.starred) ? 'skip' : DESTINATIONS.get(word)
    if (own !== undefined || state.starred) state = { ...state, starred: false, destination: own ?? destination }
  }

  const follow = (word: string, value: number | undefined) => {
    if (state.destination === 'fonts') fonts.define(word, value)
    if (state.destination === 'body') bodyWords.get(word)?.(value ?? 0)
    if (word === 'u') return unicode(value ?? 0)
    if (word !== '*') enter(word)
    const change = STATE_WORDS.get(word)
    if (change) state = { ...state, ...change(value) }
    const letters = TEXT_WORDS.get(word)
    if (letters !== undefined) writeLetters(letters)
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
    if (inner.destination === 'number' && state.destination === 'body') {
      flow.setNumber(number.trim())
      number = ''
    }
  }

  const addText = (text: Uint8Array) => {
    const rest = fallback > 0 ? text.subarray(fallback) : text
    fallback = Math.max(0, fallback - text.length)
    if (rest.length > 0 && state.destination !== 'skip') undecoded.push(rest)
  }

  const take = (token: Token) => {
    if (token.kind === 'text') return addText(token.bytes)
    decodeText()
    if (token.kind === 'open' || token.kind === 'close') {
      fallback = 0
      if (token.kind === 'open') openGroup()
      else closeGroup()
    } else if (fallback > 0 && !(token.kind === 'word' && token.word === 'u')) fallback--
    else if (token.kind === 'word' && state.destination !== 'skip') follow(token.word, token.value)
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
