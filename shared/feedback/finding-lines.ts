import { waiverWords } from '../findings/severity-words.ts'
import type { ToldFinding } from './told-finding.ts'

/** A finding with what may be known beside it; `explanation` is null where there is none yet. */
type ListedFinding = ToldFinding & { readonly alsoLookAt?: string | null; readonly explanation?: { readonly text: string } | null }

/** The labelled lines below the sentence of a finding, what to do first; the same in the mail, its plain text and the portal. Empty ones are left out. */
export const findingLines = (finding: ListedFinding): { label: string; value: string }[] =>
  [
    { label: '怎么改', value: finding.fix },
    { label: '位置', value: finding.where },
    { label: '数字', value: figureWords(finding) },
    { label: '相关位置', value: finding.alsoLookAt ?? '' },
    { label: '豁免', value: finding.waiver === undefined ? '' : waiverWords(finding.waiver) },
    { label: '单位说明', value: explanationWords(finding) },
    { label: '依据', value: finding.basis },
  ].filter(({ value }) => value !== '')

/** Only a warning is explained; an error is to be corrected. */
const explanationWords = ({ severity, explanation }: ListedFinding): string =>
  severity !== 'warning' || explanation === undefined ? '' : (explanation?.text ?? '尚未说明')

/** `应为 12,实为 11` */
const figureWords = ({ expected, actual }: ToldFinding): string =>
  [expected === null ? '' : `应为 ${expected}`, actual === null ? '' : `实为 ${actual}`].filter(Boolean).join(',')
