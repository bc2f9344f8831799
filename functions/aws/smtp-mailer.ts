import type { Mailer } from '../../shared/ports/mailer.ts'

/** Milliseconds. The library would wait for minutes, and a function may not: a mail that is not taken is tried again later. */
const LIMITS = { dnsTimeout: 5000, connectionTimeout: 5000, greetingTimeout: 5000, socketTimeout: 10_000 }

/** Mail by an SMTP server, such as `smtps://user:password@host`. The library is loaded at the first mail. */
export const smtpMailer = (sender: string, url: string): Mailer => {
  const load = async () => (await import('nodemailer')).createTransport({ url, ...LIMITS })
  let transport: ReturnType<typeof load> | undefined
  return {
    async send({ to, subject, html, text }) {
      transport ??= load()
      const { messageId } = await (await transport).sendMail({ from: sender, to: [...to], subject, html, text })
      return { messageId }
    },
  }
}
