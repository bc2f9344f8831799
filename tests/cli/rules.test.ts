import { expect, it } from 'vitest'
import { z } from 'zod'
import { nianbao } from './run-command.ts'

const Chinese = z.string().regex(/\p{Script=Han}/u)

const Rules = z.looseObject({
  schema: z.literal(1),
  rules: z
    .array(
      z.looseObject({
        id: z.string().regex(/^[a-z0-9-]+$/),
        severity: z.enum(['error', 'warning', 'notice']),
        severityNote: Chinese.optional(),
        title: Chinese,
        basis: z.string().min(1),
        years: z.strictObject({ from: z.int(), to: z.int().optional() }),
        needs: z.array(z.string()),
        example: Chinese,
      }),
    )
    .min(15),
})

it('rules --json lists every rule with all that is to be said of it', async () => {
  const { status, out, err } = await nianbao(['rules', '--json'])
  expect({ status, err }).toEqual({ status: 0, err: '' })
  const { rules } = Rules.parse(JSON.parse(out))
  const ids = rules.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(expect.arrayContaining(['file-readable', 'table3-balance', 'carried-over-matches-previous']))
  expect(rules.find(({ id }) => id === 'table3-balance')?.needs).toEqual([])
  expect(rules.find(({ id }) => id === 'carried-over-matches-previous')?.needs).toHaveLength(1)
})

it('rules prints the same rules for a person, in the same order', async () => {
  const { status, out, err } = await nianbao(['rules'])
  expect({ status, err }).toEqual({ status: 0, err: '' })
  const { rules } = Rules.parse(JSON.parse((await nianbao(['rules', '--json'])).out))
  let from = 0
  for (const { id, title, basis, example } of rules)
    for (const words of [title, basis, example]) {
      expect(out, `${id} tells ${words}`).toContain(words)
      if (words !== title) continue
      expect(out.indexOf(id, from), `${id} stands in order`).toBeGreaterThanOrEqual(0)
      from = out.indexOf(id, from)
    }
})

it.each([
  ['rules', '--jsn'],
  ['rules', 'more'],
])('%s %s: status 2', async (...args) => {
  const { status, out, err } = await nianbao(args)
  expect({ status, out }).toEqual({ status: 2, out: '' })
  expect(err).toContain('nianbao rules [--json]')
})
