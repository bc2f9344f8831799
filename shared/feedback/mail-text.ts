import { demandOf } from '../findings/severity-words.ts'
import { NEWS_WORDS } from './difference-words.ts'
import { findingLines } from './finding-lines.ts'
import type { MailContent, MailedFinding } from './mail-content.ts'

const findingText = (finding: MailedFinding, index: number): string =>
  [
    `${index + 1}. 【${demandOf(finding)}】${finding.news === null ? '' : `【${NEWS_WORDS[finding.news]}】`}${finding.message}`,
    ...findingLines(finding).map(({ label, value }) => `   ${label}:${value}`),
  ].join('\n')

/** The mail as plain text; the verdict is its first line. */
export const mailText = (content: MailContent): string =>
  [
    content.headline,
    `${content.greeting}${content.paragraphs.join('\n')}`,
    content.quote === null ? '' : `${content.quote.label}:${content.quote.text}`,
    content.links.map(({ label, href }) => `${label}:${href}`).join('\n'),
    content.advice === null ? '' : `勾稽关系:${content.advice}`,
    content.findings.map(findingText).join('\n\n'),
    content.others ?? '',
    content.mended.length === 0 ? '' : [`已改正(共${content.mendedInAll}处)`, ...content.mended.map((each) => `- ${each}`)].join('\n'),
    content.facts.map(({ label, value }) => `${label}:${value}`).join('\n'),
    content.closing,
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n')
