import * as z from 'zod/mini'

const Recipients = z.array(z.object({ emailAddress: z.string() }))

/** The tags that the mail was sent with. */
const Mail = z.object({ tags: z.optional(z.record(z.string(), z.array(z.string()))) })

const Detail = z.discriminatedUnion('eventType', [
  z.object({ eventType: z.literal('Bounce'), mail: Mail, bounce: z.object({ bounceType: z.string(), bouncedRecipients: Recipients }) }),
  z.object({ eventType: z.literal('Complaint'), mail: Mail, complaint: z.object({ complainedRecipients: Recipients }) }),
])

/** `lasting` where mail will not arrive the next time either: not a full mailbox, nor an answer from one's holiday. */
type Undelivered = {
  readonly kind: 'bounce' | 'complaint'
  readonly lasting: boolean
  readonly addresses: readonly string[]
  readonly agency: string | undefined
}

const addressesOf = (recipients: z.output<typeof Recipients>): string[] => recipients.map(({ emailAddress }) => emailAddress)

/** What EventBridge passes on of SES: a mail that came back, or that its reader complained of. */
export const MailEvent = z.pipe(
  z.object({ source: z.literal('aws.ses'), detail: Detail }),
  z.transform(({ detail }): Undelivered => {
    const agency = detail.mail.tags?.agency?.[0]
    return detail.eventType === 'Bounce'
      ? {
          kind: 'bounce',
          lasting: detail.bounce.bounceType === 'Permanent',
          addresses: addressesOf(detail.bounce.bouncedRecipients),
          agency,
        }
      : { kind: 'complaint', lasting: true, addresses: addressesOf(detail.complaint.complainedRecipients), agency }
  }),
)
