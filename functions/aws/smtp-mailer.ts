import type { Mailer } from '../../shared/ports/mailer.ts'

/** Milliseconds. The library would wait for minutes, and a function may not: a mail that is not taken is tried again later. */
const LIMITS = { dnsTimeout: 5000, connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 10_000 }

type Refusal = { readonly recipient?: string; readonly responseCode?: number; readonly response?: string }

const [PERMANENT, NO_ADDRESS] = [/^5\d\d/, /\b5\.1\.(?:[1236]|10)\b/] // 5.1.7 and 5.1.8 blame the sender (RFC 3463)
const SAYS_SO =
  /no such (?:user|mailbox|recipient)|unknown (?:user|mailbox|recipient)|(?:user|mailbox|recipient) (?:unknown|not found)|does not exist/i

/** There is no such address; and not: the server refuses for a while, or does not like the sender or the mail. Servers without enhanced codes say it in words. */
const isNoAddress = ({ responseCode = 0, response = '' }: Refusal): boolean =>
  PERMANENT.test(`${responseCode}`) && (NO_ADDRESS.test(response) || (!/\b5\.\d+\.\d/.test(response) && SAYS_SO.test(response)))

const noAddresses = (rejected: unknown): string[] =>
  (Array.isArray(rejected) ? (rejected as Refusal[]) : []).filter(isNoAddress).flatMap(({ recipient }) => recipient ?? [])

/** Mail by an SMTP server, such as `smtps://user:password@host`. The library is loaded at the first mail. */
export const smtpMailer = (sender: string, url: string): Mailer => {
  const load = async () => (await import('nodemailer')).createTransport({ url, ...LIMITS })
  let transport: ReturnType<typeof load> | undefined
  return {
    async send({ to, subject, html, text }) {
      transport ??= load()
      try {
        const sent = await (await transport).sendMail({ from: sender, to: [...to], subject, html, text })
        return { messageId: sent.messageId, refused: noAddresses(sent.rejectedErrors) }
      } catch (error) {
        // Where no recipient at all is accepted, nodemailer throws.
        const refused = error instanceof Error && 'rejectedErrors' in error ? noAddresses(error.rejectedErrors) : []
        if (refused.length < to.length) throw error
        return { refused }
      }
    },
  }
}
