import type { Facts, Finding, Severity } from '../findings/finding.ts'
import type { Place, Report } from '../report/report.ts'
import type { Context, Need } from './context.ts'

/** A report and what is known beside it. */
export type Case = { readonly report: Report; readonly context: Context }

/** `severity` where it differs from the rule's own: some rules are an error here and a warning there. */
export type Violation<F extends Facts> = { readonly places: readonly Place[]; readonly facts: F; readonly severity?: Severity }

/** What a rule looks at, and the Chinese word for it. */
export const FAMILIES = {
  'can it be read': '可读取',
  'whose report': '单位和年度',
  'the form': '格式',
  cells: '填写',
  sums: '勾稽关系',
  'across years': '与上年衔接',
  'across agencies': '上下级汇总',
  'copied text': '照搬雷同',
  'text beside tables': '正文与表格',
  content: '内容',
  secrets: '保密和个人信息',
  time: '期限',
} as const

type RuleBase = {
  readonly id: string
  readonly family: keyof typeof FAMILIES
  /** The highest severity that the rule gives. */
  readonly severity: Severity
  /** Where severities differ: when it is which, in Chinese. */
  readonly severityNote?: string
  readonly title: string
  readonly basis: string
  readonly years: { readonly from: number; readonly to?: number }
  readonly needs: readonly Need[]
  /** A case that breaks the rule, at its highest severity: a small change to a sound one. The rule book tells what the rule then says. */
  readonly example: (sound: Case) => Partial<Case>
  /** What to do about it, in Chinese: in the rule book, and of every finding where the rule has no `fix`. */
  readonly advice: string
}

type RuleSpec<F extends Facts> = RuleBase & {
  readonly check: (report: Report, context: Context) => Iterable<Violation<F>>
  readonly message: (facts: F) => string
  /** Which of several faults at one place it is: a finding of the next upload with another cause is another finding. */
  readonly cause?: (facts: F) => string
  /** What to do about one finding, where its facts say more than `advice`; undefined where they do not. */
  readonly fix?: (facts: F) => string | undefined
}

export type Rule = RuleBase & {
  readonly check: (report: Report, context: Context) => Finding[]
  readonly message: (finding: Finding) => string
  /** Empty where the rule knows of one fault a place only. */
  readonly cause: (finding: Finding) => string
  readonly fix: (finding: Finding) => string
}

/** Seals a rule: its facts stay typed inside the file, and outside every rule looks alike. */
export const defineRule = <F extends Facts>(spec: RuleSpec<F>): Rule => ({
  ...spec,
  check: (report, context) =>
    Array.from(spec.check(report, context), ({ places, facts, severity = spec.severity }) => ({ rule: spec.id, severity, places, facts })),
  message: ({ facts }) => spec.message(facts as F),
  cause: ({ facts }) => spec.cause?.(facts as F) ?? '',
  fix: ({ facts }) => spec.fix?.(facts as F) ?? spec.advice,
})
