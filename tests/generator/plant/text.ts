import { type SectionNumber, sectionHeading } from '../../../shared/form/sections.ts'
import type { SampleReport } from '../sample-report.ts'
import type { Expectation, Plant } from './planted-error.ts'

type Paragraphs = readonly string[]

const withParagraphs = (report: SampleReport, number: SectionNumber, change: (paragraphs: Paragraphs) => Paragraphs): SampleReport => ({
  ...report,
  sections: report.sections.map((section) =>
    section.heading === sectionHeading(number) ? { ...section, paragraphs: change(section.paragraphs) } : section,
  ),
})

const speaks = (rule: string, severity: Expectation['severity'], section: SectionNumber): Expectation[] => [
  { rule, severity, section, cells: [] },
]

/** What sections say in words. */
export const TEXT_PLANTS = {
  'processing-fee-stated': (report, random) => ({
    report: withParagraphs(report, 6, () => [
      random.pick(['本年度没有其他应当说明的事项。', '无。', '除上述各项外，暂无需要补充的内容。']),
    ]),
    expectations: speaks('processing-fee-stated', 'warning', 6),
  }),
  'five-aspects-covered': (report) => ({
    report: withParagraphs(report, 1, (paragraphs) => {
      const heading = paragraphs.findIndex((paragraph) => paragraph.startsWith('(五)'))
      return paragraphs.slice(0, heading)
    }),
    expectations: speaks('five-aspects-covered', 'warning', 1),
  }),
  'problems-and-improvements': (report) => ({
    report: withParagraphs(report, 5, () => ['无。']),
    expectations: speaks('problems-and-improvements', 'warning', 5),
  }),
  'year-consistent:stale-year': (report) => ({
    report: withParagraphs(report, 5, (paragraphs) => [...paragraphs, `${report.year - 1}年，本机关将继续做好以上各项工作的整改。`]),
    expectations: speaks('year-consistent', 'warning', 5),
  }),
  'year-consistent:period': (report) => ({
    report: withParagraphs(report, 1, (paragraphs) => [
      `本报告所列数据的统计期限自${report.year - 1}年1月1日起至${report.year - 1}年12月31日止。`,
      ...paragraphs,
    ]),
    expectations: speaks('year-consistent', 'error', 1),
  }),
  'no-placeholders': (report) => ({
    report: withParagraphs(report, 1, (paragraphs) => [...paragraphs, '全年共组织专题培训××次，参加人员XX人。']),
    expectations: speaks('no-placeholders', 'error', 1),
  }),
  'no-classified-marks': (report, random) => ({
    report: withParagraphs(report, 1, (paragraphs) => [random.pick(['机密★一年', '秘密', '内部资料']), ...paragraphs]),
    expectations: speaks('no-classified-marks', 'error', 1),
  }),
  'superseded-form-cited': (report) => ({
    report: withParagraphs(report, 1, (paragraphs) => ['本报告按照国办公开办函〔2019〕60号文件规定的格式编写。', ...paragraphs]),
    expectations: speaks('superseded-form-cited', 'warning', 1),
  }),
} as const satisfies Record<string, Plant>
