import { RULES } from '../assessment/catalogue.ts'
import { isInForce, type Waiver } from '../assessment/waiver.ts'
import { placeWords } from '../findings/finding-key.ts'
import type { ListedWaiver } from './findings.ts'

/** The waivers of an agency in words, those in force on a day (`YYYY-MM-DD`) first. */
export const listedWaivers = (waivers: readonly Waiver[], day: string): ListedWaiver[] =>
  waivers
    .map((waiver) => ({
      ...waiver,
      title: RULES.find(({ id }) => id === waiver.rule)?.title ?? waiver.rule,
      where: placeWords(waiver.place),
      inForce: isInForce(waiver, day),
    }))
    .toSorted((a, b) => Number(b.inForce) - Number(a.inForce))
