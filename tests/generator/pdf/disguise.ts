import { PAGE, type SetText } from '../ofd/page-setter.ts'
import { hex, points, up } from './pdf-objects.ts'
import type { PdfDisguise } from './write-pdf.ts'

const text = (x: number, y: number, size: number, words: string): string =>
  `BT /F ${points(size)} Tf ${points(x)} ${points(up(y))} Td <${hex(words)}> Tj ET`

/** Figures of cells, which are set smaller than the text. */
const isFigure = ({ text: words, size }: SetText): boolean => size < 4 && /^[\d.,]+$/.test(words)

/** The digit that stands before figures. */
export const DECOY_DIGIT = '7'

/** A digit before the figure that nobody sees, in one way after the other. */
const UNSEEN: readonly ((digit: string, box: string) => string)[] = [
  (digit) => `1 g ${digit} 0 g`,
  (digit) => `q 0 0 1 1 re W n ${digit} Q`,
  (digit) => `BT 3 Tr ET ${digit} BT 0 Tr ET`,
  (digit, box) => `${digit} 1 g ${box} re f 0 g`,
  (digit) => `0 0 0 0 k ${digit} 0 g`,
  (digit) => `BT 0 Tz ET ${digit} BT 100 Tz ET`,
]

/** What stands at a text and is not to be read: a digit that nobody sees, or one that is struck out. */
export const besideText = (set: SetText, index: number, disguise: PdfDisguise): string[] => {
  if (!isFigure(set)) return []
  const { x, y, size } = set
  const digit = text(x - size * 0.6, y, size, DECOY_DIGIT)
  if (disguise === 'struck')
    return [
      digit,
      `${points(x - size * 0.62)} ${points(up(y - size * 0.35))} m ${points(x - size * 0.08)} ${points(up(y - size * 0.35))} l S`,
    ]
  if (disguise !== 'unseen') return []
  const box = `${points(x - size * 0.65)} ${points(up(y + size * 0.1))} ${points(size * 0.6)} ${points(size)}`
  return [UNSEEN[index % UNSEEN.length]?.(digit, box) ?? digit]
}

const STEP = { x: 47, y: 13 }

/** Pale dates all over the page. */
export const tiles = (): string[] => {
  const placed: string[] = []
  for (let y = 10; y < PAGE.height; y += STEP.y) for (let x = 5; x < PAGE.width - 20; x += STEP.x) placed.push(text(x, y, 4, '2025-01-15'))
  return ['q 0.86 g', ...placed, 'Q']
}
