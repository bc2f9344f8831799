import { compact } from '../report/normalise.ts'
import { withParagraphs } from '../rule-kit/changed-report.ts'
import { passagesIn } from '../rule-kit/passages.ts'
import { defineRule } from '../rule-kit/rule.ts'

/** A mark stands alone, with or without brackets and its period; or a star stands beside it. Running text about secrets is none. */
const MARK =
  /^[[(【〔]?(?:密级:?)?(?:秘密|机密|绝密|内部(?:资料|文件))(?:级|件)?(?:[,:;]?(?:注意保存|妥善保管|请勿外传|不得外传|严禁外传|不得公开))?[。!]?[\])】〕]?$|(?:秘密|机密|绝密|内部资料)[★☆]|[★☆](?:秘密|机密|绝密|内部资料)/

/** The report bears no mark of secrecy: it is made to be published. */
export const noClassifiedMarks = defineRule({
  id: 'no-classified-marks',
  family: 'secrets',
  severity: 'error',
  title: '没有密级标志',
  basis: '《保守国家秘密法》:国家秘密载体应当标明密级;《政府信息公开条例》第十四条:依法确定为国家秘密的政府信息不予公开',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({ report: withParagraphs(report, 1, '秘密★1年') }),
  advice: '年度报告是向社会公布的:请核实文件来源,经保密审查后去掉标志再报送',
  *check(report) {
    for (const { text, place } of [...(report.title === null ? [] : [report.title]), ...passagesIn(report)]) {
      const line = compact(text)
      if (MARK.test(line)) yield { places: [place], facts: { printed: line.slice(0, 20) } }
    }
  },
  message: ({ printed }) => `有密级或内部资料标志“${printed}”`,
})
