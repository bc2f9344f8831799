export type Mail = { readonly to: readonly string[]; readonly subject: string; readonly html: string; readonly text: string }

/** Sends a mail; resolves with the id that the mail service gave it. */
export type Mailer = { send(mail: Mail): Promise<{ readonly messageId: string }> }
