/**
 * So long a test waits for a state, in milliseconds, and somewhat longer before it is given up as a whole: more than any takes on the
 * busiest machine, so that no time decides what a test says.
 */
export const MOST_PATIENCE = 240_000
