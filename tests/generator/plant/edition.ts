import { sampleReport } from '../sample-report.ts'
import type { Plant } from './planted-error.ts'

const speaks = (section: 2 | 3) => ({ rule: 'form-edition', severity: 'error', section }) as const

/** Reports of 2021 and later that follow the trial form, in whole or in the single row (六). */
export const EDITION_PLANTS = {
  'form-edition:single-row': (report) => ({ report, variants: { singleOtherRow: true }, expectations: [speaks(3)] }),
  'form-edition:trial-form': (report, random) => ({
    report: sampleReport({ seed: random.integer(0, 1_000_000), agency: report.agency, year: report.year, edition: '2019' }),
    expectations: [speaks(2), speaks(3)],
  }),
} as const satisfies Record<string, Plant>
