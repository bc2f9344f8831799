import * as z from 'zod/mini'
import type { Role } from '../submission/permissions.ts'

type Schema = z.ZodMiniType

/** One route of the API, as handlers, clients and the OpenAPI document take it. */
export type Route = {
  readonly method: 'GET' | 'POST'
  /** Relative to the API's address; `{id}` stands for a parameter. */
  readonly path: `/${string}`
  /** What it does, and for whom, in one sentence. */
  readonly summary: string
  /** Others are refused before anything else of the request is looked at. */
  readonly only?: readonly Role[]
  readonly params?: Schema
  readonly query?: Schema
  readonly body?: Schema
  /** Letters that a body may have; `BODY_LIMIT` where nothing is said. */
  readonly bodyLimit?: number
  readonly answers: { readonly [S in SuccessStatus]?: Schema }
  /** The statuses it refuses with, beside those of every route. */
  readonly refuses: readonly ProblemStatus[]
}

type SuccessStatus = 200 | 201
type ProblemStatus = 404 | 409 | 413 | 415

/** Any route may answer so: a request that is wrong, no token, no right to it, a fault of ours. */
export const REFUSES_ALWAYS = [400, 401, 403, 500] as const

export const BODY_LIMIT = 16 * 1024

/** API Gateway's key of a route. */
export const routeKey = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`

/** Parameters after `?`, each of which may be left out. One that is misspelt is told, as leaving it out would mean something else. */
export const query = <Shape extends z.core.$ZodShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? `没有名为“${issue.keys.join('、')}”的参数` : undefined),
  })

type Deep<Value> = Value extends object ? { readonly [Key in keyof Value]: Deep<Value[Key]> } : Value

/** What a schema makes of a value; never changed afterwards. */
export type Parsed<S extends Schema> = Deep<z.output<S>>

type PartName = 'params' | 'query' | 'body'
type Part<R extends Route, Name extends PartName> = R extends { readonly [N in Name]: infer S extends Schema } ? S : never

type Given<Name extends PartName, Value> = [Value] extends [never]
  ? unknown
  : Partial<Value> extends Value
    ? { readonly [N in Name]?: Value }
    : { readonly [N in Name]: Value }

/** What a client gives of a request. */
export type RequestOf<R extends Route> = Given<'params', Deep<z.input<Part<R, 'params'>>>> &
  Given<'query', Deep<z.input<Part<R, 'query'>>>> &
  Given<'body', Deep<z.input<Part<R, 'body'>>>>

/** What a handler gets of it. */
export type ParsedRequest<R extends Route> = { readonly [Name in PartName & keyof R]: Parsed<Part<R, Name>> }

/** The answers of a route, each with its status. */
export type AnswerOf<R extends Route> = {
  [S in SuccessStatus & keyof R['answers']]: R['answers'][S] extends Schema
    ? { readonly status: S; readonly json: Parsed<R['answers'][S]> }
    : never
}[SuccessStatus & keyof R['answers']]
