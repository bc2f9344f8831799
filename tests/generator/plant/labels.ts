import type { Plant } from './planted-error.ts'

/** Labels of table 三 as reports have misspelt them: a word lost, another letter of the same sound, a word put in. */
const MISSPELT: Readonly<Record<string, string>> = {
  '2.其他法律行政法规禁止公开': '2.其他法律行政止公开',
  '5.属于三类内部事务信息': '5.属于三类内部事物信息',
  '2.没有现成信息需要另行制作': '2.没有现成信息需另行制作',
  '4.保护第三方合法权益': '4.保护第三方的合法权益',
  '1.信访举报投诉类申请': '1.信访举报投诉申请',
}

export const LABEL_PLANTS = {
  'form-labels-official': (report, random) => {
    const official = random.pick(Object.keys(MISSPELT))
    return {
      report,
      variants: { labels: { [official]: MISSPELT[official] ?? '' } },
      expectations: [{ rule: 'form-labels-official', severity: 'warning', section: 3, cells: [] }],
    }
  },
} as const satisfies Record<string, Plant>
