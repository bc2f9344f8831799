export type Tone = 'waiting' | 'good' | 'bad' | 'plain'

export type StatusWords = {
  readonly label: string
  /** What it means to the agency, and what comes next. */
  readonly meaning: string
  readonly tone: Tone
}

/** Stands beside the words, so that meaning never hangs on colour alone. */
export const TONE_SIGNS: Record<Tone, string> = { waiting: '…', good: '✓', bad: '✕', plain: '–' }

const words =
  (tone: Tone) =>
  (label: string, meaning: string): StatusWords => ({ label, meaning, tone })

export const [waiting, good, bad, plain] = [words('waiting'), words('good'), words('bad'), words('plain')]
