import { checkReport } from '../../shared/assessment/check-report.ts'
import { TABLE_NUMBERS } from '../../shared/form/edition.ts'
import type { Report } from '../../shared/report/report.ts'
import { withCpuTime } from '../cpu-time.ts'
import { expectedFigures } from '../generator/expected-figures.ts'
import { DECOY_DIGIT } from '../generator/pdf/disguise.ts'
import { randomOf } from '../generator/random.ts'
import { sampleReport } from '../generator/sample-report.ts'
import { type Form, writeSample } from '../generator/write-sample.ts'
import { readBytes } from './read-sample.ts'

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39

/** A copy with a few bytes changed, or cut off; no digit is changed and none comes in, so that no figure may read otherwise. */
const damaged = (bytes: Uint8Array, seed: number): Uint8Array => {
  const { integer, chance } = randomOf(seed)
  if (chance(0.2)) return bytes.slice(0, integer(0, bytes.length - 1))
  const copy = bytes.slice()
  for (let change = integer(1, 8); change > 0; change -= 1) {
    const [at, byte] = [integer(0, copy.length - 1), integer(0, 255)]
    if (!isDigit(copy[at]) && !isDigit(byte)) copy[at] = byte
  }
  return copy
}

export type Outcome = 'unreadable' | 'failed' | 'passed' | 'wrong'

type Figures = readonly (readonly (number | null)[])[]

/** Whether the damage may have taken away what strikes out or hides the digit before a figure: then the page shows that digit too. */
const mayShowDecoys = ({ format, layout }: Form): boolean => format === 'pdf' && (layout === 'struck' || layout === 'unseen')

const sameFigures = (wanted: Figures | null, read: Figures, withDecoys: boolean): boolean => {
  const known = (value: number | null, figure: number | null | undefined): boolean =>
    value === figure || (withDecoys && value === Number(`${DECOY_DIGIT}${figure}`))
  if (wanted === null || wanted.length !== read.length) return wanted === null && read.length === 0
  return read.every((row, at) => row.length === wanted[at]?.length && row.every((value, column) => known(value, wanted[at]?.[column])))
}

/** `wrong`: the report passes, and yet a figure is not the one that was written. */
const outcomeOf = (report: Report, wanted: ReturnType<typeof expectedFigures>, form: Form): Outcome => {
  if (report.unreadable !== null) return 'unreadable'
  if (checkReport(report, {}).some(({ severity }) => severity === 'error')) return 'failed'
  const same = TABLE_NUMBERS.every((table) =>
    sameFigures(
      wanted[table],
      report.tables[table].figures.map((row) => row.map(({ value }) => value)),
      mayShowDecoys(form),
    ),
  )
  return same ? 'passed' : 'wrong'
}

/** Reads a damaged copy of a sample; throws only where a reader does. */
export const readDamaged = async (form: Form, seed: number): Promise<{ outcome: Outcome; milliseconds: number }> => {
  const sample = sampleReport({ seed: 1 + (seed % 20), year: 2024 })
  const bytes = damaged(writeSample(sample, form), seed)
  const { result, milliseconds } = await withCpuTime(() => readBytes(bytes))
  return { outcome: outcomeOf(result, expectedFigures(sample), form), milliseconds }
}
