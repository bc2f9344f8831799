export type Mail = {
  readonly to: readonly string[]
  readonly subject: string
  readonly html: string
  readonly text: string
  /** Id of the agency that is written to: comes back with the news of a mail that did not arrive. */
  readonly agency?: string
}

/** The id that the mail service gave the mail, where it took it for any address; and the addresses of it that the service says there are none. */
export type Sent = { readonly messageId?: string; readonly refused: readonly string[] }

/** Sends a mail; rejects where it was not taken for other reasons than its addresses. */
export type Mailer = { send(mail: Mail): Promise<Sent> }
