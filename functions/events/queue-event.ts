import * as z from 'zod/mini'
import { submissionOfUploadKey } from '../../shared/submission/keys.ts'

/** A batch of queue messages, as Lambda gets it. */
export const QueueEvent = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) })

/** A message between functions: the id alone. */
export const SubmissionMessage = z.object({ submission: z.string().check(z.minLength(1)) })

const ObjectEvent = z.object({
  eventName: z.string(),
  s3: z.object({ object: z.object({ key: z.string(), versionId: z.string() }) }),
})

/** S3 writes keys as HTML forms do: a space is a plus. */
const decodeKey = (key: string): string => decodeURIComponent(key.replaceAll('+', ' '))

/** An object that came to the uploads bucket. */
type Upload = { readonly key: string; readonly version: string }

const Notification = z.pipe(
  z.object({ Records: z.array(ObjectEvent) }),
  z.transform(({ Records }): Upload[] =>
    Records.filter(({ eventName }) => eventName.startsWith('ObjectCreated:')).map(({ s3: { object } }) => ({
      key: decodeKey(object.key),
      version: object.versionId,
    })),
  ),
)

/** What S3 sends once when notifications are set up. */
const TestEvent = z.pipe(
  z.object({ Event: z.literal('s3:TestEvent') }),
  z.transform((): Upload[] => []),
)

export type Arrival = { readonly submission: string | null; readonly upload?: Upload }

/** What comes to `parse-report`: uploads that arrived, or a submission that is to be gone on with. */
export const Arrivals = z.union([
  z.pipe(
    SubmissionMessage,
    z.transform((announced): Arrival[] => [announced]),
  ),
  z.pipe(
    z.union([Notification, TestEvent]),
    z.transform((uploads): Arrival[] => uploads.map((upload) => ({ submission: submissionOfUploadKey(upload.key), upload }))),
  ),
])
