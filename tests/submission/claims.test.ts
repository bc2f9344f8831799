import { describe, expect, it } from 'vitest'
import { callerOf } from '../../shared/submission/claims.ts'
import { isNamedBy, mayKeepRegistry, mayReview, maySee, maySubmit, partOf } from '../../shared/submission/permissions.ts'

const clerk = { person: 'a', role: 'clerk', agency: 'minzheng', scope: null } as const

describe('claims', () => {
  it.each([
    ['a clerk', { sub: 'a', role: 'clerk', agency: 'minzheng' }, clerk],
    ['a clerk of no agency', { sub: 'a', role: 'clerk' }, { ...clerk, agency: null }],
    ['a clerk, whose scope means nothing', { sub: 'a', role: 'clerk', agency: 'minzheng', scope: 'shuili' }, clerk],
    ['a reviewer of all', { sub: 'r', role: 'reviewer', scope: 'openid profile nianbao/x aws.cognito.signin.user.admin' }, ['r', null]],
    ['a reviewer of a part', { sub: 'r', role: 'reviewer', scope: 'openid city' }, ['r', ['city']]],
    ['of two parts', { sub: 'r', role: 'reviewer', scope: ['city', 'county'] }, ['r', ['city', 'county']]],
    ['as API Gateway hands an array on', { sub: 'r', role: 'reviewer', scope: '[city county]' }, ['r', ['city', 'county']]],
  ] as const)('%s', (_, claims, told) => {
    const [person, scope] = Array.isArray(told) ? told : []
    expect(callerOf(claims)).toEqual(person === undefined ? told : { person, role: 'reviewer', agency: null, scope })
  })

  it('an administrator looks after the whole', () =>
    expect(callerOf({ sub: 'x', role: 'administrator', agency: 'minzheng', scope: 'city' })).toEqual({
      ...{ person: 'x', role: 'administrator', agency: null, scope: null },
    }))

  it('a program without a role files for the agency of its scope, where that is one', () => {
    expect(callerOf({ sub: 'client', scope: 'nianbao/minzheng' })).toEqual({ ...clerk, person: 'client' })
    expect(callerOf({ sub: 'client', scope: 'nianbao/minzheng nianbao/shuili' })).toBeNull()
    expect(callerOf({ sub: 'client', scope: 'other/minzheng' })).toBeNull()
  })

  it.each([
    null,
    'x',
    {},
    { sub: '' },
    { sub: 'x' },
    { role: 'clerk' },
    { sub: 'x', role: 'king' },
    { sub: 'x', role: 'clerk', agency: 7 },
  ])('%j is nobody', (claims) => expect(callerOf(claims)).toBeNull())
})

describe('who may do what', () => {
  const reviewer = { person: 'r', role: 'reviewer', agency: null, scope: null } as const
  const bound = { ...reviewer, scope: ['city'] }
  const administrator = { ...reviewer, person: 'x', role: 'administrator' } as const

  it('a clerk files and sees for the own agency, the office sees all and files nothing', () => {
    expect([clerk, reviewer, administrator].map((each) => [maySubmit(each, 'minzheng'), maySee(each, 'minzheng')])).toEqual([
      [true, true],
      [false, true],
      [false, true],
    ])
    expect([maySubmit(clerk, 'shuili'), maySee(clerk, 'shuili')]).toEqual([false, false])
  })

  it('reviewers decide, not on what they handed in; nobody else does', () => {
    expect([clerk, reviewer, administrator].map((each) => mayReview(each, { submittedBy: 'a' }))).toEqual([false, true, false])
    expect(mayReview(reviewer, { submittedBy: 'r' })).toBe(false)
  })

  it('the registry is kept by those who look after the whole', () =>
    expect([clerk, reviewer, bound, administrator].map(mayKeepRegistry)).toEqual([false, true, false, true]))

  it('a part is its topmost agencies and all below them; a registry that goes round ends', () => {
    const registry = [
      { id: 'province' },
      { id: 'city', parent: 'province' },
      { id: 'county', parent: 'city' },
      { id: 'town', parent: 'county' },
      { id: 'other', parent: 'province' },
      { id: 'x', parent: 'y' },
      { id: 'y', parent: 'x' },
    ]
    const ids = (scope: string[] | null) => partOf({ scope }, registry).map(({ id }) => id)
    expect(ids(null)).toHaveLength(7)
    expect(ids(['city'])).toEqual(['city', 'county', 'town'])
    expect(ids(['x'])).toEqual(['x', 'y'])
    expect(ids(['nowhere'])).toEqual([])
    expect([isNamedBy(bound, 'city'), isNamedBy(bound, 'county'), isNamedBy(reviewer, 'county')]).toEqual([true, false, true])
  })
})
