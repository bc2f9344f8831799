import type { Rule } from '../rule-kit/rule.ts'
import { carriedOverMatchesPrevious } from '../rules/carried-over-matches-previous.ts'
import { cellIsCount } from '../rules/cell-is-count.ts'
import { cellWithoutRemark } from '../rules/cell-without-remark.ts'
import { datesWellFormed } from '../rules/dates-well-formed.ts'
import { feeUnit } from '../rules/fee-unit.ts'
import { fileReadable } from '../rules/file-readable.ts'
import { fiveAspectsCovered } from '../rules/five-aspects-covered.ts'
import { formEdition } from '../rules/form-edition.ts'
import { formLabelsOfficial } from '../rules/form-labels-official.ts'
import { inForceCoversIssued } from '../rules/in-force-covers-issued.ts'
import { inForceRollsForward } from '../rules/in-force-rolls-forward.ts'
import { noClassifiedMarks } from '../rules/no-classified-marks.ts'
import { noPersonalData } from '../rules/no-personal-data.ts'
import { noPlaceholders } from '../rules/no-placeholders.ts'
import { previousReportFits } from '../rules/previous-report-fits.ts'
import { problemsAndImprovements } from '../rules/problems-and-improvements.ts'
import { processingFeeStated } from '../rules/processing-fee-stated.ts'
import { readableTables } from '../rules/readable-tables.ts'
import { reportIsTheOneExpected } from '../rules/report-is-the-one-expected.ts'
import { rollupMatchesSubordinates } from '../rules/rollup-matches-subordinates.ts'
import { ruleMakingPower } from '../rules/rule-making-power.ts'
import { sectionTitlesOfficial } from '../rules/section-titles-official.ts'
import { sectionsComplete } from '../rules/sections-complete.ts'
import { sectionsInOrder } from '../rules/sections-in-order.ts'
import { spikeAgainstPrevious } from '../rules/spike-against-previous.ts'
import { submittedOnTime } from '../rules/submitted-on-time.ts'
import { supersededFormCited } from '../rules/superseded-form-cited.ts'
import { tableRowsComplete } from '../rules/table-rows-complete.ts'
import { table3Balance } from '../rules/table3-balance.ts'
import { table3DispositionTotal } from '../rules/table3-disposition-total.ts'
import { table3RowTotal } from '../rules/table3-row-total.ts'
import { table4Total } from '../rules/table4-total.ts'
import { tablesComplete } from '../rules/tables-complete.ts'
import { textCopiedFromAnother } from '../rules/text-copied-from-another.ts'
import { textCopiedFromPrevious } from '../rules/text-copied-from-previous.ts'
import { textFiguresMatchTables } from '../rules/text-figures-match-tables.ts'
import { titleNamesAgencyAndYear } from '../rules/title-names-agency-and-year.ts'
import { yearConsistent } from '../rules/year-consistent.ts'

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
