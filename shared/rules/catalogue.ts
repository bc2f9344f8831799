import { carriedOverMatchesPrevious } from './carried-over-matches-previous.ts'
import { cellIsCount } from './cell-is-count.ts'
import { fileReadable } from './file-readable.ts'
import { formEdition } from './form-edition.ts'
import { processingFeeStated } from './processing-fee-stated.ts'
import { reportIsTheOneExpected } from './report-is-the-one-expected.ts'
import type { Rule } from './rule.ts'
import { sectionTitlesOfficial } from './section-titles-official.ts'
import { sectionsComplete } from './sections-complete.ts'
import { sectionsInOrder } from './sections-in-order.ts'
import { tableRowsComplete } from './table-rows-complete.ts'
import { table3Balance } from './table3-balance.ts'
import { table3DispositionTotal } from './table3-disposition-total.ts'
import { table3RowTotal } from './table3-row-total.ts'
import { table4Total } from './table4-total.ts'
import { tablesComplete } from './tables-complete.ts'
import { titleNamesAgencyAndYear } from './title-names-agency-and-year.ts'

/** Every rule, in the order in which feedback lists its findings: the file, the whole, the parts, the figures, the text. */
export const RULES: readonly Rule[] = [
  fileReadable,
  reportIsTheOneExpected,
  titleNamesAgencyAndYear,
  sectionsComplete,
  sectionsInOrder,
  sectionTitlesOfficial,
  tablesComplete,
  formEdition,
  tableRowsComplete,
  cellIsCount,
  table3RowTotal,
  table3DispositionTotal,
  table3Balance,
  table4Total,
  carriedOverMatchesPrevious,
  processingFeeStated,
]

const byId = new Map(RULES.map((rule) => [rule.id, rule]))

/** Throws on an unknown id, which is our own mistake: ids in the store never change. */
export const ruleById = (id: string): Rule => {
  const rule = byId.get(id)
  if (rule === undefined) throw new RangeError(`no rule ${id}`)
  return rule
}
