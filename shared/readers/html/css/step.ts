/** Every `every`th element, from the one at `from` on. */
export type Step = { readonly every: number; readonly from: number }
const STEPS: Readonly<Record<string, Step>> = { odd: { every: 2, from: 1 }, even: { every: 2, from: 2 } }

/** Of `2n + 1`, `odd`, `3`. */
export const stepOf = (position: string): Step | undefined => {
  const said = position.trim().toLowerCase()
  if (said === 'odd' || said === 'even') return STEPS[said]
  const [matched, every, from = '0'] = /^(?:([+-]?\d*)n)?\s*([+-]?\s*\d+)?$/.exec(said) ?? []
  if (matched === undefined || matched === '') return undefined
  const count = every === undefined ? 0 : every === '' || every === '+' ? 1 : every === '-' ? -1 : Number(every)
  return { every: count, from: Number(from.replace(/\s+/g, '')) }
}

export const isAt = ({ every, from }: Step, position: number): boolean =>
  every === 0 ? position === from : (position - from) % every === 0 && (position - from) / every >= 0
