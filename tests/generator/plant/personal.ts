import type { SectionNumber } from '../../../shared/form/sections.ts'
import type { Random } from '../random.ts'
import type { Plant } from './planted-error.ts'
import { saying, speaks } from './text.ts'

const digits = (random: Random, count: number): string => Array.from({ length: count }, () => random.integer(0, 9)).join('')

/** A number of nobody: its check character is right, its order number is one that no office gives out in earnest. */
const identityCard = (random: Random): string => {
  const day = `${random.integer(1, 12)}`.padStart(2, '0') + `${random.integer(1, 28)}`.padStart(2, '0')
  const number = `${random.pick(['110105', '330702', '440305', '510104'])}${random.integer(1950, 2005)}${day}${digits(random, 3)}`
  const sum = Array.from(number).reduce((total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11), 0)
  return number + '10X98765432'.charAt(sum % 11)
}

const bankCard = (random: Random): string => {
  const number = `62${digits(random, random.pick([13, 16]))}`
  const doubled = Array.from(number)
    .toReversed()
    .map((digit, index) => (index % 2 === 0 ? Number(digit) * 2 : Number(digit)))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0)
  return number + String((10 - (doubled % 10)) % 10)
}

const SECTIONS: readonly SectionNumber[] = [1, 5, 6]

const naming =
  (severity: 'error' | 'warning', words: string, numberOf: (random: Random) => string): Plant =>
  (report, random) => {
    const section = random.pick(SECTIONS)
    return {
      report: saying(report, section, `居民李某反映的问题已经答复(${words}${numberOf(random)})。`),
      expectations: speaks('no-personal-data', severity, section),
    }
  }

export const PERSONAL_PLANTS = {
  'no-personal-data:identity-card': naming('error', '身份证号', identityCard),
  'no-personal-data:mobile': naming('warning', '手机', (random) => `1${random.pick(['38', '50', '77', '91'])}${digits(random, 8)}`),
  'no-personal-data:bank-card': naming('warning', '退款账户', bankCard),
} as const satisfies Record<string, Plant>
