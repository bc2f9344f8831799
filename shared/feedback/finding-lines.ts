import type { ToldFinding } from './told-finding.ts'

/** The labelled lines below the sentence of a finding, the same in the mail, its plain text and the portal; empty ones are left out. */
export const findingLines = (finding: ToldFinding & { readonly alsoLookAt?: string | null }): { label: string; value: string }[] =>
  [
    { label: '位置', value: finding.where },
    { label: '相关位置', value: finding.alsoLookAt ?? '' },
    { label: '数字', value: figureWords(finding) },
    { label: '怎么改', value: finding.fix },
    { label: '依据', value: finding.basis },
  ].filter(({ value }) => value !== '')

/** `应为 12,实为 11` */
const figureWords = ({ expected, actual }: ToldFinding): string =>
  [expected === null ? '' : `应为 ${expected}`, actual === null ? '' : `实为 ${actual}`].filter(Boolean).join(',')
