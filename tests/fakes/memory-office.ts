import type { DeadlineStore } from '../../shared/ports/office-stores.ts'
import type { SetDeadlines } from '../../shared/submission/set-deadlines.ts'

export const memoryDeadlines = (): DeadlineStore => {
  const items = new Map<number, SetDeadlines>()
  return {
    load: async (year) => structuredClone(items.get(year)),
    async put(deadlines, before) {
      if (items.get(deadlines.year)?.setAt !== before?.setAt) return false
      items.set(deadlines.year, structuredClone(deadlines))
      return true
    },
  }
}
