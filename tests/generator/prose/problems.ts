import type { Write } from './facts.ts'

/** A problem and what is done about it, by the same number. */
const PAIRS: readonly (readonly [problem: string, measure: string])[] = [
  ['个别栏目的内容更新不够及时，临近检查才集中补充', '改为按周提醒，到期未更新的由办公室直接联系责任人'],
  ['政策解读仍以文字为主，形式较为单一', '增加案例、问答和图示，请基层工作人员先试读再发布'],
  ['部分工作人员对答复时限和文书格式掌握不牢', '编印操作手册，新任承办人须经考核后上岗'],
  ['镇村一级公开的渠道较少，老年群众获取信息不便', '在村务公开栏和广播中同步播发与群众密切相关的事项'],
  ['数据类信息多以图片发布，不便于再次利用', '同步提供表格文件，并写明统计口径'],
  ['公众参与的范围还不够广，征求意见的反馈偏少', '提前公布意见征集安排，逐条说明采纳与否的理由'],
  ['科室之间会商耗时较长，影响复杂申请的办理效率', '建立牵头科室负责制，疑难件三日内召开会商会'],
  ['历史文件数字化程度不高，检索结果不完整', '分批扫描存量文件，补齐文号、日期等著录项'],
  ['信息员更换频繁，业务衔接出现空档', '实行主副岗制度，交接时逐项签字确认'],
  ['部分信息标题过于笼统，群众不易判断内容', '规定标题须写明对象、事项和时间，由编辑统一把关'],
  ['新媒体互动少，留言回复多为套话', '安排业务科室直接答复，每月抽查回复质量'],
  ['主动公开目录与实际栏目不完全对应', '对照目录重新梳理栏目，调整结果向社会公布'],
]

const LEAD_PROBLEMS = ['存在的主要问题：', '对照要求，工作中还有以下不足：', '总结全年工作，主要存在这些问题：']
const LEAD_MEASURES = ['改进情况：', '针对上述问题，已采取和拟采取的改进措施：', '下一步改进措施如下：']
const ORDINALS = ['一是', '二是', '三是', '四是']

export const problems: Write = (_facts, random) => {
  const pairs = random.some(PAIRS, random.integer(3, 4))
  const listed = (sentences: readonly string[]) =>
    random.chance(0.5)
      ? sentences.map((sentence, index) => `${ORDINALS[index]}${sentence}。`)
      : [`${sentences.map((sentence, index) => `${ORDINALS[index]}${sentence}`).join('；')}。`]
  return [
    random.pick(LEAD_PROBLEMS),
    ...listed(pairs.map(([problem]) => problem)),
    random.pick(LEAD_MEASURES),
    ...listed(pairs.map(([, measure]) => measure)),
  ]
}
