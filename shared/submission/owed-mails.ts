import { isMailed, type MailedStatus } from './lifecycle.ts'
import type { Submission } from './submission.ts'

/** Every mail that the agency is owed, oldest first: also of a status that the submission has since left. */
export const owedMails = ({ history }: Pick<Submission, 'history'>): MailedStatus[] => [
  ...new Set(history.map(({ status }) => status).filter(isMailed)),
]
