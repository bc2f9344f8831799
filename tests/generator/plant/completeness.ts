import { TABLE_NUMBERS } from '../../../shared/form/edition.ts'
import { SECTIONS, type SectionNumber, sectionHeading } from '../../../shared/form/sections.ts'
import { TABLE_TWO } from '../../../shared/form/table-two.ts'
import { columnsOfItem } from '../expected-figures.ts'
import type { SampleReport } from '../sample-report.ts'
import { writeCompoundFile } from '../word97/write-compound-file.ts'
import { at } from './change-figures.ts'
import type { Plant } from './planted-error.ts'

const COLUMNS = [0, 1, 2, 3, 4, 5, 6]
/** Rows of table 三 that both editions print. */
const ROWS = [...Array.from({ length: 20 }, (_, row) => row), 22, 23, 24]

const NUMBERS = SECTIONS.map(({ number }) => number)

/** Without one section; its table, if it has one, follows what stands before. */
const withoutSection = (report: SampleReport, number: SectionNumber): SampleReport => {
  const index = report.sections.findIndex(({ heading }) => heading === sectionHeading(number))
  const sections = report.sections.map((section, each) =>
    each === index - 1 ? { ...section, tables: [...section.tables, ...(report.sections[index]?.tables ?? [])] } : section,
  )
  return { ...report, sections: sections.toSpliced(index, 1) }
}

/** An Office document under a password is a compound file with a stream of this name, whatever it was before. */
const sealed = (file: Uint8Array): Uint8Array => writeCompoundFile({ EncryptedPackage: [...file.subarray(0, 8_192)] })

export const COMPLETENESS_PLANTS = {
  'file-readable:empty': (report) => ({
    report,
    spoil: () => new Uint8Array(0),
    expectations: [{ rule: 'file-readable', severity: 'error', section: null, cells: [] }],
  }),
  'file-readable:encrypted': (report) => ({
    report,
    spoil: sealed,
    expectations: [{ rule: 'file-readable', severity: 'error', section: null, cells: [] }],
  }),
  'readable-tables': (report, random) => ({
    report,
    variants: { rowTwice: { row: random.pick(ROWS), by: random.integer(1, 9) } },
    expectations: [{ rule: 'readable-tables', severity: 'error', section: 3, cells: [] }],
  }),
  'table-rows-complete:table-three': (report, random) => {
    const row = random.pick(ROWS)
    return {
      report,
      variants: { rowsLeftOut: [{ table: 3, row }] },
      expectations: [{ rule: 'table-rows-complete', severity: 'error', section: 3, cells: COLUMNS.map((column) => at(3, row, column)) }],
    }
  },
  'table-rows-complete:table-two': (report, random) => {
    const row = random.integer(0, TABLE_TWO[report.edition].length - 1)
    const cells = columnsOfItem(report, row).map((column) => at(2, 0, column))
    return {
      report,
      variants: { rowsLeftOut: [{ table: 2, row }] },
      expectations: [{ rule: 'table-rows-complete', severity: 'error', section: 2, cells }],
    }
  },
  'tables-complete': (report, random) => {
    const table = random.pick(TABLE_NUMBERS)
    const sections = report.sections.map((section) => ({ ...section, tables: section.tables.filter((each) => each !== table) }))
    return { report: { ...report, sections }, expectations: [{ rule: 'tables-complete', severity: 'error', section: table, cells: [] }] }
  },
  'sections-complete': (report, random) => {
    const number = random.pick(NUMBERS.slice(1, 5)) // 一 and 六 have rules of their own that might speak too
    return {
      report: withoutSection(report, number),
      expectations: [{ rule: 'sections-complete', severity: 'error', section: number, cells: [] }],
    }
  },
  /** Two neighbours change places: either may be called the one out of place. */
  'sections-in-order': (report, random) => {
    const index = random.integer(0, report.sections.length - 2)
    const [first, second] = report.sections.slice(index, index + 2)
    if (first === undefined || second === undefined) throw new RangeError('a report of one section has no order')
    return {
      report: { ...report, sections: report.sections.toSpliced(index, 2, second, first) },
      expectations: [{ rule: 'sections-in-order', severity: 'error', cells: [] }],
    }
  },
} as const satisfies Record<string, Plant>
