import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { openApiDocument } from '../../shared/http-api/openapi.ts'
import { REFUSES_ALWAYS, type Route } from '../../shared/http-api/route.ts'
import { ROUTES } from '../../shared/http-api/routes.ts'
import { FUNCTION_NAMES, functionSpec } from '../../shared/pipeline.ts'

const Operation = z.object({
  operationId: z.string(),
  parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean() })).default([]),
  requestBody: z.unknown().optional(),
  responses: z.record(z.string(), z.unknown()),
})
const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
})
const document = Document.parse(openApiDocument())
const routes: [string, Route][] = Object.entries(ROUTES)

it('docs/openapi.json is made from the contract; if not: npm run docs', () => {
  expect(readFileSync('docs/openapi.json', 'utf8')).toBe(`${JSON.stringify(openApiDocument(), null, 2)}\n`)
})

it('is an OpenAPI 3.1 document', async () => {
  const validator = new Validator()
  expect(await validator.validate(structuredClone(openApiDocument()))).toMatchObject({ valid: true })
  expect(validator.version).toBe('3.1')
})

it('has every route of the contract, and the API no other', () => {
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const served = FUNCTION_NAMES.flatMap((name) => {
    const { trigger } = functionSpec(name)
    return 'routes' in trigger ? trigger.routes.map(({ method, path }) => `${method} ${path}`) : []
  })
  expect(described.toSorted()).toEqual(routes.map(([, { method, path }]) => `${method} ${path}`).toSorted())
  expect(served.toSorted()).toEqual(described.toSorted())
})

it.each(routes)('%s: parameters of its path, a body where it takes one, every status it answers', (name, route) => {
  const operation = document.paths[route.path]?.[route.method.toLowerCase()]
  const inPath = operation?.parameters.filter((parameter) => parameter.in === 'path').map((parameter) => `{${parameter.name}}`)
  expect(operation?.operationId).toBe(name)
  expect(inPath).toEqual(route.path.match(/\{\w+\}/g) ?? [])
  expect(operation?.requestBody !== undefined).toBe(route.body !== undefined)
  expect(Object.keys(operation?.responses ?? {}).map(Number)).toEqual(
    [...Object.keys(route.answers).map(Number), ...REFUSES_ALWAYS, ...route.refuses].toSorted((a, b) => a - b),
  )
})

it('refers to no schema that it does not have', () => {
  const referred = JSON.stringify(openApiDocument()).matchAll(/"#\/components\/schemas\/(\w+)"/g)
  const names = new Set(Array.from(referred, ([, name]) => name))
  expect(names.size).toBeGreaterThan(15)
  for (const name of names) expect(Object.keys(document.components.schemas)).toContain(name)
})
