import * as z from 'zod/mini'

/** Problem details (RFC 9457): why a request is refused. */
export const Problem = z.object({
  type: z.string().check(z.describe('Name for programs: `urn:nianbao:problem:…`')),
  title: z.string(),
  status: z.int(),
  detail: z.string().check(z.describe('In Chinese, for the person at the screen')),
})
export type Problem = Readonly<z.output<typeof Problem>>

const TITLES = {
  400: '请求有误',
  403: '没有权限',
  404: '没有找到',
  409: '状态不符',
  413: '内容过大',
  415: '不支持的文件类型',
  500: '系统故障',
} as const

/** Why a request is refused: `name` for programs, `detail` for the person at the screen. */
export const problem = (status: keyof typeof TITLES, name: string, detail: string): Problem => ({
  type: `urn:nianbao:problem:${name}`,
  title: TITLES[status],
  status,
  detail,
})

export const unknownAgency = (): Problem => problem(404, 'unknown-agency', '没有登记这个单位。')
