import { expect, it } from 'vitest'
import { loadFormatter } from '../../../shared/readers/sheets/formatter.ts'
import { type NumberText, numberText } from '../../../shared/readers/sheets/number-text.ts'

const shown = async (value: number, format: string | number, date1904 = false): Promise<NumberText> =>
  numberText(value, format, await loadFormatter(), date1904)

it.each([
  // The mark of a locale is no sign of money, and Chinese numerals are figures.
  [45, '[DBNum1][$-804]General', '45'],
  [45, '[DBNum2][$-804]G/通用格式', '45'],
  [0.0042, '[$-1010409]0.000%', '0.420%'],
  // A sign of money says nothing that the column does not say.
  [392.57, '[$¥-804]#,##0.00', '392.57'],
  [392.57, '"¥"#,##0.00', '392.57'],
  [-392.57, '"¥"#,##0.00;-"¥"#,##0.00', '-392.57'],
  [1, '[$$-409]0.00', '$1.00'],
  // 万元 by a point that is only text, or by thousands taken off.
  [3925700, '0!.0000', '392.5700'],
  [3925700, '0\\.0000', '392.5700'],
  [3925700, '0"."0000', '392.5700'],
  [3925700, '0!.0,', '392.6'],
  [3925700, '#,##0,', '3,926'],
  // Rounding is not what the agency reports.
  [392.5699, '0.0', '392.5699'],
  [1234567.25, '#,##0', '1234567.25'],
  [45, '"共"0"件"', '共45件'],
  // Built-in formats without a code in the file.
  [45292.5, 27, '2024年1月'],
  [45292.5, 31, '2024年1月1日'],
  [45292.5, 56, '12时00分00秒'],
  [45292.5, 57, '2024年1月'],
  [45292.5, 58, '1月1日'],
  [32874, 14, '1990/1/1'],
  [45292.5, 22, '2024/1/1 12:00'],
  [45, 'G/通用格式', '45'],
  [45, '0 [unheard of', '45'],
  [5, 0, '5'],
  [5, 2, '5.00'],
] as const)('%d in the format %s is %s', async (value, format, text) => {
  expect(await shown(value, format)).toEqual({ text })
})

it('counts days from 1904 where the workbook does', async () => {
  expect(await shown(0, 'yyyy/m/d', true)).toEqual({ text: '1904/1/1' })
})

it('a figure that its format does not show is doubted, a zero is one', async () => {
  expect(await shown(18, ';;;')).toEqual({ text: '18', doubt: 'shown-otherwise' })
  expect(await shown(0, '0;-0;;@')).toEqual({ text: '0' })
  expect(await shown(0, '#')).toEqual({ text: '0' })
})
