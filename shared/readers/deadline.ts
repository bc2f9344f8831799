import { type ReadLimits, tooSlow, UnreadableError } from './reader.ts'

/** How many steps are taken between two looks at the clock, which costs more than a step. */
const STEPS_A_LOOK = 0x7fff

/** Starts the time of a reading; what it returns is called at every step, and refuses the file when the time is over. */
export const startDeadline = (limits: ReadLimits): (() => void) => {
  const until = performance.now() + limits.milliseconds
  let steps = 0
  return () => {
    if ((++steps & STEPS_A_LOOK) === 0 && performance.now() > until) throw new UnreadableError('too-complex', tooSlow(limits))
  }
}
