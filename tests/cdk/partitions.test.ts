import { expect, it } from 'vitest'
import { synthesize } from './synthesize.ts'

/** Names of services are the same in every partition. */
const withoutServices = (json: string): string => json.replaceAll(/"(Service|Principal)":"[a-z0-9.]+\.amazonaws\.com"/g, '')

it('nothing in the template names a partition or its domain', () => {
  const json = withoutServices(JSON.stringify(synthesize().toJSON()))
  expect(json).toContain('AWS::Partition')
  expect(json.match(/arn:aws[^"]*|[^"]*amazonaws[^"]*/g)).toBeNull()
})
