import { describe, expect, it } from 'vitest'
import { READ_LIMITS } from '../../shared/readers/reader.ts'
import { ALL_FORMS, formName } from '../generator/write-sample.ts'
import { howMany } from '../how-many.ts'
import { readDamaged } from './damage.ts'

/** Damaged copies of each form; `bench/damage.ts` reads thousands. */
const COPIES = howMany({ few: 4, many: 30 })

describe('a damaged file', () => {
  it.each(ALL_FORMS.map((form) => [formName(form), form] as const))(
    '%s: no crash, no hang, no wrong figure that passes',
    async (_, form) => {
      for (let seed = 1; seed <= COPIES; seed++) {
        const { outcome, milliseconds } = await readDamaged(form, seed)
        expect({ seed, outcome }).not.toEqual({ seed, outcome: 'wrong' })
        expect(milliseconds).toBeLessThan(READ_LIMITS.milliseconds)
      }
    },
  )
})
