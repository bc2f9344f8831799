import { type FaultMailInput, faultMailContent } from './fault-mail-content.ts'
import { type MailContent, type MailInput, mailContent } from './mail-content.ts'
import { mailHtml } from './mail-html.tsx'
import { mailText } from './mail-text.ts'

type ComposedMail = { readonly subject: string; readonly html: string; readonly text: string }

const composed = (content: MailContent): ComposedMail => ({
  subject: content.subject,
  html: mailHtml(content),
  text: mailText(content),
})

/** The mail that tells an agency what became of its submission; HTML and plain text say the same. */
export const composeMail = (input: MailInput): ComposedMail => composed(mailContent(input))

/** The mail that tells an agency of a fault of ours. */
export const composeFaultMail = (input: FaultMailInput): ComposedMail => composed(faultMailContent(input))
