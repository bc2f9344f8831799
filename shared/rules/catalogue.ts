import type { Rule } from '../rule-kit/rule.ts'
import { carriedOverMatchesPrevious } from './carried-over-matches-previous.ts'
import { cellIsCount } from './cell-is-count.ts'
import { cellWithoutRemark } from './cell-without-remark.ts'
import { datesWellFormed } from './dates-well-formed.ts'
import { feeUnit } from './fee-unit.ts'
import { fileReadable } from './file-readable.ts'
import { fiveAspectsCovered } from './five-aspects-covered.ts'
import { formEdition } from './form-edition.ts'
import { formLabelsOfficial } from './form-labels-official.ts'
import { inForceCoversIssued } from './in-force-covers-issued.ts'
import { inForceRollsForward } from './in-force-rolls-forward.ts'
import { noClassifiedMarks } from './no-classified-marks.ts'
import { noPersonalData } from './no-personal-data.ts'
import { noPlaceholders } from './no-placeholders.ts'
import { previousReportFits } from './previous-report-fits.ts'
import { problemsAndImprovements } from './problems-and-improvements.ts'
import { processingFeeStated } from './processing-fee-stated.ts'
import { readableTables } from './readable-tables.ts'
import { reportIsTheOneExpected } from './report-is-the-one-expected.ts'
import { rollupMatchesSubordinates } from './rollup-matches-subordinates.ts'
import { ruleMakingPower } from './rule-making-power.ts'
import { sectionTitlesOfficial } from './section-titles-official.ts'
import { sectionsComplete } from './sections-complete.ts'
import { sectionsInOrder } from './sections-in-order.ts'
import { spikeAgainstPrevious } from './spike-against-previous.ts'
import { submittedOnTime } from './submitted-on-time.ts'
import { supersededFormCited } from './superseded-form-cited.ts'
import { tableRowsComplete } from './table-rows-complete.ts'
import { table3Balance } from './table3-balance.ts'
import { table3DispositionTotal } from './table3-disposition-total.ts'
import { table3RowTotal } from './table3-row-total.ts'
import { table4Total } from './table4-total.ts'
import { tablesComplete } from './tables-complete.ts'
import { textCopiedFromAnother } from './text-copied-from-another.ts'
import { textCopiedFromPrevious } from './text-copied-from-previous.ts'
import { textFiguresMatchTables } from './text-figures-match-tables.ts'
import { titleNamesAgencyAndYear } from './title-names-agency-and-year.ts'
import { yearConsistent } from './year-consistent.ts'

/** Every rule, in the order in which feedback lists its findings: the file, the whole, the parts, the figures, the text. */
export const RULES: readonly Rule[] = [
  fileReadable,
  readableTables,
  reportIsTheOneExpected,
  titleNamesAgencyAndYear,
  sectionsComplete,
  sectionsInOrder,
  sectionTitlesOfficial,
  tablesComplete,
  tableRowsComplete,
  formEdition,
  formLabelsOfficial,
  cellIsCount,
  cellWithoutRemark,
  table3RowTotal,
  table3DispositionTotal,
  table3Balance,
  table4Total,
  previousReportFits,
  carriedOverMatchesPrevious,
  inForceRollsForward,
  spikeAgainstPrevious,
  rollupMatchesSubordinates,
  textCopiedFromPrevious,
  textCopiedFromAnother,
  textFiguresMatchTables,
  yearConsistent,
  datesWellFormed,
  processingFeeStated,
  fiveAspectsCovered,
  problemsAndImprovements,
  noPlaceholders,
  noPersonalData,
  noClassifiedMarks,
  ruleMakingPower,
  inForceCoversIssued,
  supersededFormCited,
  feeUnit,
  submittedOnTime,
]

const byId = new Map(RULES.map((rule) => [rule.id, rule]))

/** Throws on an unknown id, which is our own mistake: ids in the store never change. */
export const ruleById = (id: string): Rule => {
  const rule = byId.get(id)
  if (rule === undefined) throw new RangeError(`no rule ${id}`)
  return rule
}
