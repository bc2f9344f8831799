import { SECTIONS, type SectionNumber, sectionHeading } from '../../../shared/form/sections.ts'
import type { Plant } from './planted-error.ts'

/** Recognised by their key words, and not word for word. */
const NEAR_TITLES: Record<SectionNumber, readonly string[]> = {
  1: ['一、概述', '一、总体工作情况'],
  2: ['二、主动公开情况', '二、主动公开政府信息的情况'],
  3: ['三、收到和处理申请情况', '三、政府信息公开申请办理情况'],
  4: ['四、行政复议和行政诉讼情况', '四、因政府信息公开引起的复议、诉讼情况'],
  5: ['五、存在的问题及改进措施', '五、主要问题和改进情况'],
  6: ['六、其他事项', '六、其他需要说明的事项'],
}

/** Titles of the whole report, of its sections, and which form it follows. */
export const TITLE_PLANTS = {
  'title-names-agency-and-year:no-year': (report) => ({
    report: { ...report, title: `${report.agency}政府信息公开工作年度报告` },
    expectations: [{ rule: 'title-names-agency-and-year', severity: 'error', cells: [] }],
  }),
  'title-names-agency-and-year:no-agency': (report) => ({
    report: { ...report, title: `${report.year}年政府信息公开工作年度报告` },
    expectations: [{ rule: 'title-names-agency-and-year', severity: 'error', cells: [] }],
  }),
  'title-names-agency-and-year:not-standard': (report, random) => {
    const title = random.pick(['year-first', 'year-doubled', 'without-work'] as const)
    return {
      report,
      variants: { title },
      expectations: [{ rule: 'title-names-agency-and-year', severity: title === 'year-doubled' ? 'notice' : 'warning', cells: [] }],
    }
  },
  'no-placeholders:title': (report) => ({
    report: { ...report, title: `××${report.agency.slice(-3)}${report.year}年政府信息公开工作年度报告` },
    expectations: [{ rule: 'no-placeholders', severity: 'error', section: null, cells: [] }],
  }),
  'section-titles-official': (report, random) => {
    const { number } = random.pick(SECTIONS)
    const heading = random.pick(NEAR_TITLES[number])
    const sections = report.sections.map((section) => (section.heading === sectionHeading(number) ? { ...section, heading } : section))
    return {
      report: { ...report, sections },
      expectations: [{ rule: 'section-titles-official', severity: 'warning', section: number, cells: [] }],
    }
  },
} as const satisfies Record<string, Plant>
