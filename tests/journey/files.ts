import { plantError } from '../generator/plant/plant-error.ts'
import type { SampleReport } from '../generator/sample-report.ts'
import { sampleReport } from '../generator/sample-report.ts'
import { writeSample } from '../generator/write-sample.ts'
import { YEAR } from './hand-in.ts'

export const soundReport = (agency: string, seed = 1, year = YEAR): SampleReport => sampleReport({ seed, agency, year, bustle: 'ordinary' })

export const docxOf = (report: SampleReport): Uint8Array => writeSample(report, { format: 'docx', layout: 'official' })

/** A slip of the pen in table 三 breaks two sums. */
export const faultyFile = (agency: string, seed = 1): { file: Uint8Array; rules: string[] } => {
  const { report, variants, expectations } = plantError(soundReport(agency, seed), 'table3-slip', seed)
  return { file: writeSample(report, { format: 'docx', layout: 'official', variants }), rules: expectations.map(({ rule }) => rule) }
}
