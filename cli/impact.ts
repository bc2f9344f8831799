import { RULES } from '../shared/assessment/catalogue.ts'
import { impactByRule, type Judged, NOT_REPLAYED, type Replay, type RuleImpact, replay } from '../shared/assessment/impact.ts'
import type { Verdict } from '../shared/assessment/verdict.ts'
import { optionsOf, UsageError } from './options.ts'
import { type Skipped, storedResults } from './stored-results.ts'

const VERDICTS: Record<Verdict, string> = { pass: '通过', fail: '未通过', unreadable: '无法读取' }

/** People know rules by their titles; of one that is no more, nothing is left but its id, which tells them nothing. */
const titleOf = (rule: string): string => RULES.find(({ id }) => id === rule)?.title ?? '已停用的规则'

const ruleText = ({ rule, appear, vanish, turned }: RuleImpact): string[] => [
  `规则“${titleOf(rule)}”:新增错误的报告${appear}份,不再有错误的${vanish}份`,
  ...turned.map(({ source, from, to }) => `  ${VERDICTS[from]} → ${VERDICTS[to]}:${source}`),
]

const text = (replays: readonly Replay[], rules: readonly RuleImpact[], skipped: readonly Skipped[]): string =>
  [
    `【影响】重放${replays.length}份报告,其中${replays.filter(({ from, to }) => from !== to).length}份的结论会变`,
    ...rules.flatMap(ruleText),
    ...(skipped.length === 0 ? [] : [`没有重放的报告${skipped.length}份:`]),
    ...skipped.map(({ source, reason }) => `  ${source}:${reason}`),
    `下列规则要看报告以外的资料,没有重放,原有的结论照旧计入:${NOT_REPLAYED.map(titleOf).join('、')}`,
    '',
  ].join('\n')

/** `nianbao impact`: exit status 0 when no verdict would turn, 1 when some would, 2 when called wrongly. */
export const impact = async (args: readonly string[]): Promise<number> => {
  const { values } = optionsOf({ args: [...args], options: { json: { type: 'boolean' }, against: { type: 'string' } } })
  if (values.against === undefined) throw new UsageError('请用 --against 指定存有核对结果的文件夹')
  const [replays, skipped]: [Replay[], Skipped[]] = [[], []]
  for await (const stored of storedResults(values.against)) {
    if ('reason' in stored) skipped.push(stored)
    else replays.push(replay(stored satisfies Judged))
  }
  if (replays.length + skipped.length === 0) throw new UsageError(`“${values.against}”里没有存下的核对结果`)
  const rules = impactByRule(replays)
  const turned = replays.filter(({ from, to }) => from !== to)
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ schema: 1, replayed: replays.length, turned, rules, notReplayed: NOT_REPLAYED, skipped })}\n`
      : text(replays, rules, skipped),
  )
  return turned.length === 0 ? 0 : 1
}
