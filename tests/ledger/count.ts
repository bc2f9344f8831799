import type { Call } from './ledger.ts'
import { KINDS, type Kind } from './requests.ts'

/** How many requests of each kind; and the units of the table that they cost, without the likeness bands, which are counted apart. */
export type Count = Readonly<Record<Kind | 'writeUnits' | 'readUnits', number>>

const round = (units: number): number => Math.round(units * 10) / 10

export const countOf = (calls: readonly Call[]): Count => {
  const own = calls.filter(({ apart }) => !apart)
  const of = (kind: Kind) => own.filter((call) => call.kind === kind)
  const sum = (counted: readonly Call[], size: (call: Call) => number) => round(counted.reduce((total, call) => total + size(call), 0))
  return {
    ...(Object.fromEntries(KINDS.map((kind) => [kind, sum(of(kind), ({ times }) => times)])) as Record<Kind, number>),
    writeUnits: sum(of('write'), ({ units }) => units),
    readUnits: sum(of('read'), ({ units }) => units),
  }
}

export const byFunction = (calls: readonly Call[]): Record<string, Count> => {
  const names = [...new Set(calls.map(({ by }) => by))]
  return Object.fromEntries(names.map((name) => [name, countOf(calls.filter(({ by }) => by === name))]))
}
