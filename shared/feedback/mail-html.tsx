import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import { demandOf, groupOf } from '../findings/severity-words.ts'
import { NEWS_WORDS } from './difference-words.ts'
import { findingLines } from './finding-lines.ts'
import type { MailContent, MailedFinding } from './mail-content.ts'
import { BADGE_LOOK, MAIL_LOOK, TONE_LOOK } from './mail-look.ts'

type Line = { readonly label: string; readonly value: string }

const Lines = ({ lines }: { lines: readonly Line[] }) => (
  <table style={MAIL_LOOK.table}>
    <tbody>
      {lines.map(({ label, value }) => (
        <tr key={label}>
          <th scope="row" style={MAIL_LOOK.label}>
            {label}
          </th>
          <td style={MAIL_LOOK.value}>{value}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** What a finding says, a line below the other: on a phone a column of labels would take a third of the width. */
const FindingLines = ({ lines }: { lines: readonly Line[] }) =>
  lines.map(({ label, value }) => (
    <p key={label} style={MAIL_LOOK.line}>
      <span style={MAIL_LOOK.lineLabel}>{`${label}:`}</span>
      {value}
    </p>
  ))

const FindingBox = ({ finding, number }: { finding: MailedFinding; number: number }) => (
  <table role="presentation" style={MAIL_LOOK.finding}>
    <tbody>
      <tr>
        <td style={MAIL_LOOK.findingHead}>
          {`${number}. `}
          <span style={BADGE_LOOK[groupOf(finding)]}>{demandOf(finding)}</span>
          {finding.news !== null && ` 【${NEWS_WORDS[finding.news]}】`}
          {` ${finding.message}`}
        </td>
      </tr>
      <tr>
        <td style={MAIL_LOOK.findingBody}>
          <FindingLines lines={findingLines(finding)} />
        </td>
      </tr>
    </tbody>
  </table>
)

const Part = ({ children, last = false }: { children: ComponentChildren; last?: boolean }) => (
  <tr>
    <td style={last ? MAIL_LOOK.lastPart : MAIL_LOOK.part}>{children}</td>
  </tr>
)

/** What to press; the addresses in full stand at the end, for a mail program that shows no links. */
const Buttons = ({ links }: Pick<MailContent, 'links'>) => (
  <p style={MAIL_LOOK.text}>
    {links.map(({ label, href }, index) => (
      <a key={href} href={href} style={index === 0 ? MAIL_LOOK.button : MAIL_LOOK.secondButton}>
        {`打开${label}`}
      </a>
    ))}
  </p>
)

const Addresses = ({ links }: Pick<MailContent, 'links'>) =>
  links.map(({ label, href }) => (
    <p key={href} style={MAIL_LOOK.small}>
      {`${label}:`}
      <a href={href} style={MAIL_LOOK.address}>
        {href}
      </a>
    </p>
  ))

const MailBody = ({ content }: { content: MailContent }) => (
  <table role="presentation" style={MAIL_LOOK.sheet}>
    <tbody>
      <tr>
        <td style={TONE_LOOK[content.tone]}>
          <h1 style={MAIL_LOOK.headline}>{content.headline}</h1>
        </td>
      </tr>
      <Part>
        {content.paragraphs.map((paragraph, index) => (
          <p key={paragraph} style={MAIL_LOOK.text}>
            {index === 0 && content.greeting}
            {paragraph}
          </p>
        ))}
      </Part>
      {content.quote && (
        <Part>
          <h2 style={MAIL_LOOK.heading}>{content.quote.label}</h2>
          <p style={MAIL_LOOK.quote}>{content.quote.text}</p>
        </Part>
      )}
      <Part>
        <Buttons links={content.links} />
      </Part>
      {content.advice !== null && (
        <Part>
          <h2 style={MAIL_LOOK.heading}>勾稽关系</h2>
          <p style={MAIL_LOOK.advice}>{content.advice}</p>
        </Part>
      )}
      {content.findings.length > 0 && (
        <Part>
          <h2 style={MAIL_LOOK.heading}>{`核查意见(共${content.found}条)`}</h2>
          {content.findings.map((finding, index) => (
            <FindingBox key={`${finding.rule}-${finding.where}-${finding.message}`} finding={finding} number={index + 1} />
          ))}
          {content.others !== null && <p style={MAIL_LOOK.text}>{content.others}</p>}
        </Part>
      )}
      {content.mended.length > 0 && (
        <Part>
          <h2 style={MAIL_LOOK.heading}>{`已改正(共${content.mendedInAll}处)`}</h2>
          <ul style={MAIL_LOOK.list}>
            {content.mended.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </Part>
      )}
      <Part last>
        <h2 style={MAIL_LOOK.heading}>本次提交</h2>
        <Lines lines={content.facts} />
        <Addresses links={content.links} />
        <p style={MAIL_LOOK.small}>{content.closing}</p>
      </Part>
    </tbody>
  </table>
)

/** The mail as HTML of tables and styles on each element, which is what mail clients show alike. */
export const mailHtml = (content: MailContent): string =>
  `<!DOCTYPE html>${render(
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{content.subject}</title>
      </head>
      <body style={MAIL_LOOK.page}>
        <table role="presentation" style={MAIL_LOOK.outer}>
          <tbody>
            <tr>
              <td align="center" style={MAIL_LOOK.outerCell}>
                <MailBody content={content} />
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>,
  )}`
