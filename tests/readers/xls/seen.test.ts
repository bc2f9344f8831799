import { type Reads, testReader } from '../test-reader.ts'
import { formulaCell, numberCell, textCell, UNCALCULATED, type XlsBook, xlsOf } from './stream.ts'

const LABEL = { text: '行政许可' }
/** The label and a second text, whose fonts begin at these letters. */
const texts = (text: string, ...fonts: readonly (readonly [number, number])[]) => ({
  texts: [LABEL, { text, fonts }],
  cells: [textCell(0, 0), textCell(1, 1)],
})
const reads = (book: XlsBook, shown: string, remarks: Reads['remarks'] = []): Reads => ({
  file: xlsOf(book),
  blocks: [[['0:行政许可', shown]]],
  remarks,
})
const number = (value: number, book: Omit<XlsBook, 'cells'>): XlsBook => ({
  texts: [LABEL],
  cells: [textCell(0, 0), numberCell(1, value, 1)],
  ...book,
})

testReader('xls', {
  reads: {
    'a mark raised beside a figure': reads({ fonts: [{ set: 1 }], ...texts('181', [2, 5]) }, '1:18¹'),
    'a digit struck out before a figure': reads({ fonts: [{ struck: true }, {}], ...texts('218', [0, 5], [1, 6]) }, '1:18', [
      'struck-text-left-out',
    ]),
    'a digit of the colour of the paper': reads({ fonts: [{ color: 9 }], ...texts('187', [2, 5]) }, '1:18', ['hidden-text-left-out']),
    'a figure struck out by its cell': {
      file: xlsOf(number(18, { fonts: [{ struck: true }], looks: [[5, 0]] })),
      blocks: [[['0:行政许可']]],
      remarks: ['struck-text-left-out'],
    },
    'a white figure on a dark cell': reads(number(18, { fonts: [{ color: 9 }], looks: [[5, 0, 18]] }), '1:18'),
    'a format of a file that moves the point': reads(number(3925700, { formats: [[170, '0!.0000']], looks: [[0, 170]] }), '1:392.5700'),
    'a built-in date of East Asia': reads(number(45292, { looks: [[0, 57]] }), '1:2024年1月'),
    'a text that goes on in the next record': reads({ ...texts('18'), cutTextsAt: 2 }, '1:18'),
    'a formula by its result': reads({ texts: [LABEL], cells: [textCell(0, 0), formulaCell(1, 18, 0)] }, '1:18'),
    'a formula that is always calculated anew': reads(
      { texts: [LABEL], cells: [textCell(0, 0), formulaCell(1, 18, 1)] },
      '1?stale-formula:18',
    ),
    'a formula of a sheet that was not calculated': reads(
      { texts: [LABEL], cells: [UNCALCULATED, textCell(0, 0), formulaCell(1, 0, 0)] },
      '1?stale-formula:0',
    ),
    'no cells of a chart': reads({ ...texts('18'), chart: [numberCell(0, 7), numberCell(1, 9)] }, '1:18'),
  },
})
