/** Keys of objects in the private bucket. Everything of one submission stands under one folder. */
const folder = (submission: string): string => `submissions/${submission}/`

/** Where the upload of a submission goes; the presigned policy allows this key alone. */
export const uploadKey = (agency: string, submission: string): string => `uploads/${agency}/${submission}`

/** The submission that an uploaded object belongs to; null for a key that no policy of ours can have made. */
export const submissionOfUploadKey = (key: string): string | null => /^uploads\/[^/]+\/([^/]+)$/.exec(key)?.[1] ?? null

export const documentKey = (submission: string): string => `${folder(submission)}document.json`
export const reportKey = (submission: string): string => `${folder(submission)}report.json`
/** What the check made of the report: an `Assessment`. */
export const assessmentKey = (submission: string): string => `${folder(submission)}assessment.json`

/** Where the portal shows a submission: the part of the address behind its page. Mails lead there too. */
export const submissionLink = (id: string): string => `#/submissions/${encodeURIComponent(id)}`
