import type { Mailer } from '../../shared/ports/mailer.ts'

/** Mail by an SMTP server, such as `smtps://user:password@host`. The library is loaded at the first mail. */
export const smtpMailer = (sender: string, url: string): Mailer => {
  const load = async () => (await import('nodemailer')).createTransport(url)
  let transport: ReturnType<typeof load> | undefined
  return {
    async send({ to, subject, html, text }) {
      transport ??= load()
      const { messageId } = await (await transport).sendMail({ from: sender, to: [...to], subject, html, text })
      return { messageId }
    },
  }
}
