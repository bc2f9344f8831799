import { FIRST_REPORTING_YEAR, lastReportingYear } from '../../shared/submission/reporting-year.ts'

/** The years that reports are filed for, the newest first. */
export const reportingYears = (now: Date): number[] =>
  Array.from({ length: lastReportingYear(now) - FIRST_REPORTING_YEAR + 1 }, (_, index) => lastReportingYear(now) - index)

type ChoiceProps = { readonly year: number; readonly onYear: (year: number) => void; readonly disabled?: boolean }

export const YearChoice = ({ year, onYear, disabled = false }: ChoiceProps) => (
  <p>
    <label for="year">报告年度</label>
    <select id="year" value={String(year)} disabled={disabled} onChange={(event) => onYear(Number(event.currentTarget.value))}>
      {reportingYears(new Date()).map((choice) => (
        <option key={choice} value={String(choice)}>
          {`${choice}年`}
        </option>
      ))}
    </select>
  </p>
)
