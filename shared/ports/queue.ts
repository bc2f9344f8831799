import type { StepQueue } from '../pipeline.ts'

/** Tells the next function about a submission; the message carries the id alone. Delivered at least once. */
export type Queue = { send(submission: string, to: StepQueue): Promise<void> }
