import type { ComponentChildren } from 'preact'
import { useMemo, useState } from 'preact/hooks'
import type { CellRef } from '../../../shared/form/edition.ts'
import { SECTIONS, type SectionNumber, sectionHeading } from '../../../shared/form/sections.ts'
import type { DetailedFinding } from '../../../shared/http-api/findings.ts'
import type { ShownReport } from '../../../shared/http-api/reports.ts'
import type { FigurePlace } from '../../../shared/publication/form-table.tsx'
import { Paragraphs, ReportSection, TABLE_OF_SECTION } from '../../../shared/publication/report-text.tsx'
import { figureIn } from '../../../shared/report/report.ts'
import { ComparedCell } from './compared-cell.tsx'
import { FindingNotes } from './finding-note.tsx'
import { atCell, numberedFindings, ofSection } from './numbered-findings.ts'
import { printedReport, valueBefore } from './printed-report.ts'
import { addReportStyle } from './report-style.ts'

addReportStyle()

type ViewProps = {
  readonly report: ShownReport
  readonly findings: readonly DetailedFinding[]
  readonly actions: (finding: DetailedFinding) => ComponentChildren
}

/** The report as its page will print it; beside it the findings, each at its cell or section, and in the cells what stood there the year before. */
export const ReportView = ({ report, findings, actions }: ViewProps) => {
  const [plain, setPlain] = useState(false)
  const printed = useMemo(() => printedReport(report), [report])
  const numbered = useMemo(() => numberedFindings(findings), [findings])
  const notesOf = (section: SectionNumber | null) => (plain ? [] : ofSection(numbered, section))
  const lookOf = (section: SectionNumber | null): string =>
    ['part', notesOf(section).length > 0 && 'noted', section !== null && TABLE_OF_SECTION[section] !== null && 'tabled']
      .filter(Boolean)
      .join(' ')
  const figure = (cell: CellRef, place: FigurePlace) => (
    <ComparedCell
      {...place}
      cell={cell}
      figure={figureIn(printed.tables[cell.table], cell)}
      before={valueBefore(report, cell)}
      findings={atCell(numbered, cell)}
    />
  )
  const { previous } = report
  return (
    <section class="decide" aria-labelledby="as-public">
      <h2 id="as-public">公众将看到的报告</h2>
      <p class="quiet">
        {previous === null
          ? '没有上一年度已发布的报告可以对照。'
          : `表中小字是${previous.year}年已发布报告(第${previous.version}版)的数字,▲▼是与它的差;两年都是0的不列。`}
      </p>
      {report.traces.map((trace) => (
        <p key={trace}>
          原文件:{trace}
          <span class="quiet">(不公开)</span>
        </p>
      ))}
      <label class="choice">
        <input type="checkbox" checked={plain} onChange={(event) => setPlain(event.currentTarget.checked)} />
        <span>只看公众将看到的样子(不显示意见和上年数字)</span>
      </label>
      <div class={lookOf(null)}>
        <FindingNotes findings={notesOf(null)} label="关于整份报告的意见" actions={actions} />
        <article class="printed" aria-label="标题和前言">
          <p class="title">{report.title ?? '(没有读出标题)'}</p>
          <Paragraphs passages={printed.preface} />
        </article>
      </div>
      {SECTIONS.map(({ number }) => (
        <div class={lookOf(number)} key={number}>
          <FindingNotes findings={notesOf(number)} label={`关于“${sectionHeading(number)}”的意见`} actions={actions} />
          <article class="printed" aria-label={sectionHeading(number)}>
            <ReportSection report={printed} number={number} figure={plain ? undefined : figure} />
          </article>
        </div>
      ))}
    </section>
  )
}
