import { type SectionNumber, sectionHeading } from '../../../shared/form/sections.ts'
import type { SampleReport } from '../sample-report.ts'
import type { Expectation, Plant } from './planted-error.ts'

type Paragraphs = readonly string[]

/** A section with other text. */
export const withParagraphs = (
  report: SampleReport,
  number: SectionNumber,
  change: (paragraphs: Paragraphs) => Paragraphs,
): SampleReport => ({
  ...report,
  sections: report.sections.map((section) =>
    section.heading === sectionHeading(number) ? { ...section, paragraphs: change(section.paragraphs) } : section,
  ),
})

/** Behind what a section says. */
export const saying = (report: SampleReport, number: SectionNumber, text: string): SampleReport =>
  withParagraphs(report, number, (paragraphs) => [...paragraphs, text])

export const speaks = (rule: string, severity: Expectation['severity'], section: SectionNumber): Expectation[] => [
  { rule, severity, section, cells: [] },
]

/** What sections say in words. */
export const TEXT_PLANTS = {
  'dates-well-formed': (report, random) => ({
    report: saying(report, 6, random.pick([`上述数据截至${report.year}12月31日。`, `以上情况自${report.year}1月1日起统计。`])),
    expectations: speaks('dates-well-formed', 'warning', 6),
  }),
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
  'five-aspects-covered:one-alone': (report) => ({
    report: withParagraphs(report, 1, () => [`本机关全年主动公开信息${report.year - 1900}条。`]),
    expectations: speaks('five-aspects-covered', 'warning', 1),
  }),
  'problems-and-improvements:no-problems': (report) => ({
    report: withParagraphs(report, 5, () => ['下一步，将继续组织培训，规范答复文书，定期核对目录。']),
    expectations: speaks('problems-and-improvements', 'warning', 5),
  }),
  'problems-and-improvements:no-improvements': (report) => ({
    report: withParagraphs(report, 5, () => ['个别栏目更新不及时。', '部分信息标题笼统，形式单一。']),
    expectations: speaks('problems-and-improvements', 'warning', 5),
  }),
  'problems-and-improvements': (report) => ({
    report: withParagraphs(report, 5, () => ['无。']),
    expectations: speaks('problems-and-improvements', 'warning', 5),
  }),
  'year-consistent:stale-year': (report) => ({
    report: withParagraphs(report, 5, (paragraphs) => [...paragraphs, `${report.year - 1}年，本机关将继续做好以上各项工作的整改。`]),
    expectations: speaks('year-consistent', 'warning', 5),
  }),
  'year-consistent:stale-year-in-one': (report, random) => ({
    report: saying(report, 1, `${report.year - random.integer(1, 2)}年，本机关主动公开信息${random.integer(60, 900)}条。`),
    expectations: speaks('year-consistent', 'warning', 1),
  }),
  'year-consistent:short-period': (report, random) => ({
    report: saying(report, 1, `本报告统计期限自${report.year}年1月1日起至${report.year}年12月${random.integer(1, 30)}日止。`),
    expectations: speaks('year-consistent', 'warning', 1),
  }),
  'year-consistent:period': (report) => ({
    report: withParagraphs(report, 1, (paragraphs) => [
      `本报告所列数据的统计期限自${report.year - 1}年1月1日起至${report.year - 1}年12月31日止。`,
      ...paragraphs,
    ]),
    expectations: speaks('year-consistent', 'error', 1),
  }),
  'no-placeholders:template-hint': (report, random) => ({
    report: saying(report, 5, random.pick(['(文字描述)', '（此处填写改进措施）', '【单位名称】'])),
    expectations: speaks('no-placeholders', 'error', 5),
  }),
  'no-placeholders:date': (report, random) => ({
    report: saying(report, 1, `相关制度于${random.pick(['____年__月', '××年××月', '□□□□年□□月'])}印发。`),
    expectations: speaks('no-placeholders', 'error', 1),
  }),
  'no-placeholders:name': (report, random) => ({
    report: saying(report, 1, `起草并公布了《关于${random.pick(['××', 'XXX', '____'])}的通知》。`),
    expectations: speaks('no-placeholders', 'warning', 1),
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
