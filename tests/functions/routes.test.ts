import { expect, it } from 'vitest'
import { createHandlers } from '../../local/handlers.ts'
import { routeKey } from '../../shared/http-api/route.ts'
import { FUNCTION_NAMES, functionSpec } from '../../shared/pipeline.ts'
import { ask } from './invoke.ts'
import { REVIEWER, startTown } from './town.ts'

const routes = FUNCTION_NAMES.flatMap((name) => {
  const { trigger } = functionSpec(name)
  return 'routes' in trigger ? trigger.routes.map((route) => ({ name, route, key: routeKey(route) })) : []
})

it.each(routes)('$key is answered by $name: no fault of ours, whatever comes', async ({ name, route }) => {
  const ports = await startTown()
  const handler = createHandlers(ports)[name]
  for (const body of [{}, [], 'no JSON'])
    expect((await ask(handler, route, { claims: REVIEWER, id: 'nobody', body })).status).toBeLessThan(500)
  expect(ports.log.lines).not.toContain('error request failed')
})
