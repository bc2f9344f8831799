import * as z from 'zod/mini'
import { Instant } from './fields.ts'
import type { Parsed } from './route.ts'

const lastDay = z.iso.date('请填写日期').check(z.describe('The last day, by the calendar of Asia/Shanghai, until 24:00'))
const days = { governments: lastDay, departments: lastDay }

export const DeadlinesRequest = z.object({ year: z.int(), ...days })

export const Deadlines = z
  .object({ year: z.int(), ...days, setBy: z.exactOptional(z.string()), setAt: z.exactOptional(Instant) })
  .check(
    z.describe(
      'Until when reports of a year may come in: those of governments of county level and above, and all others. Nobody set those of the law',
    ),
  )
export type Deadlines = Parsed<typeof Deadlines>
