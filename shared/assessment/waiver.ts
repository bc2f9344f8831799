import type { Finding } from '../findings/finding.ts'
import { placeKey } from '../findings/finding-key.ts'

/** An error that the disclosure office lets an agency's reports have, until it expires. */
export type Waiver = {
  readonly agencyId: string
  readonly rule: string
  /** The `placeKey` of the place to look at first. */
  readonly place: string
  readonly reason: string
  /** The last day that it holds on, by the calendar of Asia/Shanghai: `YYYY-MM-DD`. */
  readonly expires: string
  /** Who granted it, and when (ISO instant). */
  readonly grantedBy: string
  readonly grantedAt: string
  /** Who took it back, and when (ISO instant): from then on it covers nothing. */
  readonly takenBack?: { readonly by: string; readonly at: string }
}

/** Whether it covers anything on this day (`YYYY-MM-DD`). */
export const isInForce = ({ expires, takenBack }: Waiver, day: string): boolean => takenBack === undefined && day <= expires

const covers = (waiver: Waiver, { rule, places: [first] }: Finding): boolean =>
  waiver.rule === rule && first !== undefined && waiver.place === placeKey(first)

/** Marks the errors that a waiver covers on this day (`YYYY-MM-DD`). */
export const withWaivers = (findings: readonly Finding[], waivers: readonly Waiver[], day: string): Finding[] => {
  const inForce = waivers.filter((waiver) => isInForce(waiver, day))
  return findings.map((finding) => {
    const waiver = finding.severity === 'error' ? inForce.find((each) => covers(each, finding)) : undefined
    return waiver === undefined ? finding : { ...finding, waiver: { reason: waiver.reason, expires: waiver.expires } }
  })
}
