import type { SampleReport } from '../sample-report.ts'

type Named = Pick<SampleReport, 'agency' | 'year'>

/** The title in other wordings than the form's, line by line; all name the same agency and year. */
const WORDINGS = {
  'two-lines': ({ agency, year }: Named) => [agency, `${year}年政府信息公开工作年度报告`],
  'year-first': ({ agency, year }: Named) => [`${year}年度${agency}政府信息公开工作年度报告`],
  'year-doubled': ({ agency, year }: Named) => [`${agency}${year}年度政府信息公开工作年度报告`],
  'without-work': ({ agency, year }: Named) => [`${agency}${year}年政府信息公开年度报告`],
  'short-name': ({ agency, year }: Named) => [`${agency}${year}年政府信息公开年报`],
  'government-affairs': ({ agency, year }: Named) => [`${agency}${year}年政务公开工作年度报告`],
  'public-version': ({ agency, year }: Named) => [`${agency}${year}年政府信息公开工作年度报告(公开版)`],
  labelled: ({ agency, year }: Named) => [`标题:${agency}${year}年政府信息公开工作年度报告`],
  'file-name': ({ agency, year }: Named) => [`${agency}${year}年政府信息公开工作年度报告.docx`],
  letter: ({ agency, year }: Named) => [`关于报送${agency}${year}年政府信息公开工作年度报告的函`],
  twice: ({ agency, year }: Named) => Array.from({ length: 2 }, () => `${agency}${year}年政府信息公开工作年度报告`),
  'near-miss': ({ agency, year }: Named) => [`${agency}${year}年政府信息公开工作告年度报`],
} as const satisfies Record<string, (named: Named) => string[]>

export type TitleWording = keyof typeof WORDINGS

export const titleLines = (report: SampleReport, wording: TitleWording | undefined): string[] => {
  if (report.title !== undefined) return [report.title]
  return wording === undefined ? [`${report.agency}${report.year}年政府信息公开工作年度报告`] : WORDINGS[wording](report)
}
