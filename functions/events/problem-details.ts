import type middy from '@middy/core'
import type { Log } from '../../shared/ports/log.ts'
import { type Problem, problem } from '../../shared/submission/problem.ts'

/** A request that is refused, with what the caller is told. */
export class Refusal extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.type)
    this.problem = problem
  }
}

/** Answers with problem details (RFC 9457). Of a failure of ours nothing but that it happened goes out; the log has the rest. */
export const problemDetails = (log: Log): middy.MiddlewareObj => ({
  onError: (request) => {
    const { error } = request
    if (!(error instanceof Refusal)) log.error('request failed', {}, error)
    const told =
      error instanceof Refusal
        ? error.problem
        : problem(500, 'system-fault', '系统出现故障,您的操作没有完成,请稍后再试。问题不在您的文件。')
    request.response = {
      statusCode: told.status,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
      body: JSON.stringify(told),
    }
  },
})
