import { expect, it } from 'vitest'
import { writeNumber } from '../../../shared/readers/word97/number-formats.ts'

it.each([
  [39, 1, '一'],
  [39, 10, '十'],
  [39, 11, '十一'],
  [39, 20, '二十'],
  [37, 105, '一百零五'],
  [37, 110, '一百一十'],
  [37, 1002, '一千零二'],
  [38, 12, '壹拾贰'],
  [10, 10, '一〇'],
  [0, 7, '7'],
  [22, 7, '07'],
  [14, 12, '\uff11\uff12'],
  [18, 3, '③'],
  [18, 21, '21'],
  [1, 1994, 'MCMXCIV'],
  [2, 4, 'iv'],
  [3, 27, 'AA'],
  [29, 2, '㈡'],
  [39, 0, '0'],
  [39, 12_345, '12345'],
  [200, 5, '5'],
])('in format %i the number %i is %s', (format, value, written) => expect(writeNumber(value, format)).toBe(written))
