import { withParagraphs } from '../rule-kit/changed-report.ts'
import { passagesIn } from '../rule-kit/passages.ts'
import { defineRule } from '../rule-kit/rule.ts'
import { type PersonalNumber, personalNumbersIn } from '../text/personal-numbers.ts'

const NAMES: Record<PersonalNumber['kind'], string> = { 'identity-card': '身份证号码', mobile: '手机号码', 'bank-card': '银行卡号' }

/** The report names nobody's identity card, mobile telephone or bank card. Findings repeat no such number in full. */
export const noPersonalData = defineRule({
  id: 'no-personal-data',
  family: 'secrets',
  severity: 'error',
  severityNote: '身份证号码必须改正;手机号码、银行卡号请核对',
  title: '不含个人信息',
  basis: '《政府信息公开条例》第十五条;《个人信息保护法》:公开前应当去除个人信息',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({ report: withParagraphs(report, 1, '申请人身份证号码为11010519491231002X。') }),
  advice: '删去个人的号码;确需说明的,隐去能识别个人的内容',
  *check(report) {
    for (const { text, place } of [...(report.title === null ? [] : [report.title]), ...passagesIn(report)])
      for (const { kind, covered } of personalNumbersIn(text))
        yield { places: [place], facts: { name: NAMES[kind], covered }, severity: kind === 'identity-card' ? 'error' : 'warning' }
  },
  cause: ({ name }) => name,
  message: ({ name, covered }) => `写有${name}“${covered}”`,
  fix: ({ name }) => `删去${name};确需说明的,隐去能识别个人的内容`,
})
