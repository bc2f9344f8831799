import type { MiddlewareHandler } from 'hono'

/** Has every answer carry these headers, unless it has its own. */
export const answeredWith =
  (headers: Readonly<Record<string, string>>): MiddlewareHandler =>
  async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  }
