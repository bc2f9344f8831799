import { type MailInput, mailContent } from './mail-content.ts'
import { mailHtml } from './mail-html.tsx'
import { mailText } from './mail-text.ts'

/** The mail that tells an agency what became of its submission; HTML and plain text say the same. */
export const composeMail = (input: MailInput): { subject: string; html: string; text: string } => {
  const content = mailContent(input)
  return { subject: content.subject, html: mailHtml(content), text: mailText(content) }
}
