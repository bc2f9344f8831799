import * as z from 'zod/mini'
import { Problem } from '../submission/problem.ts'
import * as agencies from './agencies.ts'
import * as board from './board.ts'
import * as deadlines from './deadlines.ts'
import * as fields from './fields.ts'
import * as findings from './findings.ts'
import * as reports from './reports.ts'
import { REFUSES_ALWAYS, type Route } from './route.ts'
import { ROUTES } from './routes.ts'
import * as submissions from './submissions.ts'
import * as uploads from './uploads.ts'

type Json = Readonly<Record<string, unknown>>

/** What statuses of refusal mean. Of a token that is not valid the gateway says so before we do, in words of its own. */
const REFUSALS: Readonly<Record<number, string>> = {
  400: 'The request is wrong',
  401: 'No token, or one that is not valid',
  403: 'Not for this caller',
  404: 'There is no such thing, or not for this caller',
  409: 'Not in its present status',
  413: 'Too large',
  415: 'A type of file that is not taken',
  500: 'A fault of the service',
}

/** The schemas that have a name of their own: those that the contract exports. */
const named = (): ReadonlyMap<z.core.$ZodType, string> => {
  const exported = { ...fields, ...findings, ...submissions, ...reports, ...uploads, ...agencies, ...board, ...deadlines, Problem }
  const inOrder = Object.entries(exported).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return new Map(inOrder.map(([name, schema]) => [schema, name]))
}

const withoutKeys = ({ $schema, $id, ...schema }: Json): Json => schema

const refTo = (name: string): string => `#/components/schemas/${name}`

/** Leaves out bounds that only say what a number is, and patterns that only say what a format is. */
const plain = ({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void => {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern
}

const componentsOf = (names: ReadonlyMap<z.core.$ZodType, string>): Json => {
  const registry = z.registry<{ id: string }>()
  for (const [schema, id] of names) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: refTo, override: plain })
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withoutKeys(schema)]))
}

const contentOf = (schema: z.core.$ZodType, names: ReadonlyMap<z.core.$ZodType, string>): Json => {
  const name = names.get(schema)
  if (name === undefined) throw new Error('a body or an answer of the contract is not exported under a name')
  return { content: { 'application/json': { schema: { $ref: refTo(name) } } } }
}

/** The fields of an object schema as parameters, in the address or behind it. */
const parametersOf = (schema: z.core.$ZodType | undefined, place: 'path' | 'query'): Json[] => {
  if (schema === undefined) return []
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'output', override: plain })
  return Object.entries(properties).map(([name, property]) => ({ name, in: place, required: required.includes(name), schema: property }))
}

const operationOf = (operationId: string, route: Route, names: ReadonlyMap<z.core.$ZodType, string>): Json => {
  const parameters = [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')]
  const answers = Object.entries(route.answers).map(([status, schema]) => [status, { description: 'Done', ...contentOf(schema, names) }])
  const refusals = [...REFUSES_ALWAYS, ...route.refuses].map((status) => [status, { $ref: `#/components/responses/${status}` }])
  return {
    operationId,
    summary: route.summary,
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && { requestBody: { required: true, ...contentOf(route.body, names) } }),
    responses: Object.fromEntries([...answers, ...refusals]),
  }
}

const refusalResponses = (): Json => {
  const content = { 'application/problem+json': { schema: { $ref: refTo('Problem') } } }
  return Object.fromEntries(
    Object.entries(REFUSALS).map(([status, description]) => [status, status === '401' ? { description } : { description, content }]),
  )
}

/** The contract as an OpenAPI 3.1 document. `apiUrl` may be without an origin: then it is that of the document. */
export const openApiDocument = (apiUrl = '/api'): Json => {
  const names = named()
  const paths: Record<string, Record<string, Json>> = {}
  for (const [name, route] of Object.entries(ROUTES))
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(name, route, names) }
  return {
    openapi: '3.1.0',
    info: {
      title: 'nianbao',
      version: '1',
      description: 'Files annual reports on the disclosure of government information, shows what was found in them, and takes decisions.',
    },
    servers: [{ url: apiUrl }],
    security: [{ bearer: [] }],
    paths,
    components: {
      schemas: componentsOf(names),
      responses: refusalResponses(),
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  }
}
