import type { DrawnGlyph } from '../page-layout/drawing.ts'
import { apply, type Matrix, type Point } from '../page-layout/matrix.ts'

/** What a text object says of its letters. */
export type TextStyle = {
  readonly matrix: Matrix
  readonly size: number
  readonly font: string
  /** How wide letters are drawn, against their own width. */
  readonly scale: number
  /** How many degrees each letter is turned, clockwise. */
  readonly turned: number
}

/** Where the first letter of a run stands, and the distances from each letter to the next. */
export type TextRun = { readonly x: number; readonly y: number; readonly deltaX: string | undefined; readonly deltaY: string | undefined }

/** Half the height of a figure above the base line, in ems. */
const MIDDLE = 0.35
const FULL_WIDTH = /[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3ffff}]/u
/** A distance to the next letter up to this, in widths, is the letter's own width; a longer one is white. */
const MOST_WIDTHS = 1.3

/** Distances one by one; `g 3 2.1` stands for three of 2.1. */
function* distances(stated: string | undefined): Generator<number, undefined> {
  const words = (stated ?? '').trim().split(/\s+/)
  for (let at = 0; at < words.length; at++) {
    const repeated = words[at] === 'g'
    const distance = Number(words[repeated ? at + 2 : at])
    if (!Number.isFinite(distance) || words[at] === '') return undefined
    const count = repeated ? Number(words[at + 1]) : 1
    for (let given = 0; given < count; given++) yield distance
    if (repeated) at += 2
  }
  return undefined
}

/** A letter at its place, before it is known in which ink and whether it is seen. */
export type PlacedLetter = Omit<DrawnGlyph, 'ink' | 'order' | 'doubtful'>

/** The letters of a run, each at its place on the page. */
export function* glyphsOf(text: string, run: TextRun, { matrix, size, font, scale, turned }: TextStyle): Iterable<PlacedLetter> {
  const [deltaX, deltaY] = [distances(run.deltaX), distances(run.deltaY)]
  const angle = (turned * Math.PI) / 180
  const along: Point = [Math.cos(angle), Math.sin(angle)]
  const [origin, end] = [apply(matrix, 0, 0), apply(matrix, ...along)]
  const unit = Math.hypot(end[0] - origin[0], end[1] - origin[1])
  if (!(unit > 0)) return
  const direction: Point = [(end[0] - origin[0]) / unit, (end[1] - origin[1]) / unit]
  const height = Math.hypot(matrix[2], matrix[3]) * size

  let { x, y } = run
  for (const letter of text) {
    const nominal = (FULL_WIDTH.test(letter) ? 1 : 0.5) * size * scale
    const [nextX, nextY] = [deltaX.next().value, deltaY.next().value]
    const step = Math.hypot(nextX ?? 0, nextY ?? 0)
    const width = step > 0 && step <= nominal * MOST_WIDTHS ? step : nominal
    const middle = apply(
      matrix,
      x + (along[0] * width) / 2 + along[1] * MIDDLE * size,
      y + (along[1] * width) / 2 - along[0] * MIDDLE * size,
    )
    if (letter.trim() !== '') yield { text: letter, middle, direction, width: width * unit, size: height, font }
    x += nextX ?? (nextY === undefined ? nominal : 0)
    y += nextY ?? 0
  }
}
