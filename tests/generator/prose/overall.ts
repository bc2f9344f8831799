import type { Random } from '../random.ts'
import type { Facts, Write } from './facts.ts'

const opening = ({ self, year }: Facts, random: Random): string => {
  const aim = random.pick([
    '围绕群众最关心的办事、民生和规划事项',
    '把公开嵌入办文办事的各个环节',
    '以方便企业和群众查找信息为出发点',
    '坚持应公开尽公开、能公开早公开',
    '结合年度重点任务安排',
    '对照上级下达的要点清单逐条落实',
  ])
  const result = random.pick([
    '各项任务按期完成',
    '公开质量稳中有升',
    '咨询类来电明显减少',
    '办事指南的差错率继续下降',
    '栏目更新做到了按月核对',
    '整体运行平稳有序',
  ])
  return random.pick([
    `${year}年，${self}${aim}，统筹推进政府信息公开，${result}。现将有关情况报告如下。`,
    `本年度${self}${aim}，明确分工、压实责任，${result}。主要情况如下。`,
    `按照《中华人民共和国政府信息公开条例》规定，${self}编制本报告。统计期限为${year}年1月1日至12月31日。一年来，${self}${aim}，${result}。`,
  ])
}

const proactive = ({ self }: Facts, random: Random): string => {
  const items = random
    .some(
      [
        '规划计划',
        '财政预决算',
        '招标采购',
        '行政执法公示',
        '惠民补贴',
        '人事招录',
        '安全检查结果',
        '工程项目进展',
        '办事指南',
        '政策问答',
      ],
      random.integer(3, 5),
    )
    .join('、')
  return random.pick([
    `${self}全年在门户网站发布信息${random.integer(60, 2400)}条，内容涵盖${items}等方面，其中以图表形式解读政策${random.integer(2, 60)}次。`,
    `围绕${items}等重点领域更新栏目，共上传文稿${random.integer(60, 2400)}篇，配发图解和短视频${random.integer(2, 60)}个。`,
    `对${items}等内容实行清单管理，逐项明确责任科室和更新时限，累计公开${random.integer(60, 2400)}条。`,
    `新闻发布会、便民手册与网站三管齐下，${items}等信息当日产生、当周上网，全年共${random.integer(60, 2400)}条。`,
  ])
}

/** Quotes the tables: what was received, carried over and handled. */
const onRequest = ({ self, received, carriedIn, handled, carriedOut, reconsiderations, lawsuits }: Facts, random: Random): string => {
  const none = received + carriedIn + handled + carriedOut === 0
  const figures = none
    ? random.pick([`本年度${self}未收到政府信息公开申请。`, '全年没有收到公民、法人或其他组织提出的政府信息公开申请。'])
    : random.pick([
        `${self}本年新收政府信息公开申请${received}件，上年结转${carriedIn}件，办结${handled}件，结转下年度继续办理${carriedOut}件。`,
        `全年新收政府信息公开申请${received}件，连同上年结转的${carriedIn}件，共答复办结${handled}件，另有${carriedOut}件结转下年度继续办理。`,
      ])
  const disputes = random.pick([
    `因政府信息公开引发行政复议${reconsiderations}件、行政诉讼${lawsuits}件。`,
    `涉及政府信息公开的行政复议案件${reconsiderations}件，行政诉讼案件${lawsuits}件。`,
  ])
  const manner = random.pick([
    '登记、会商、审核、送达各环节均留有记录。',
    '对表述不清的申请主动致电了解需求，减少了来回补正。',
    '答复文书统一使用示范文本，并由法制机构把关。',
    '建立台账，临期前三个工作日自动提示承办人。',
  ])
  return figures + (random.chance(0.6) ? disputes : '') + manner
}

const management = ({ self }: Facts, random: Random): string =>
  random.pick([
    `${self}对存量文件逐件核对效力，及时标注有效、修改或废止状态。拟公开的信息先由承办科室自查，再交办公室复核。`,
    '修订了内部管理办法，把公开属性的认定写入发文流程，定稿时同步说明理由。',
    `落实先审查后公开，${self}安排专人检查错敏字词和个人信息，全年退回修改${random.integer(2, 40)}篇。`,
    '每季度清理一次过期内容，失效链接随查随改，历史文件归档后仍可检索。',
    '规范性文件集中存放于同一栏目，正文、解读材料和办理结果互相链接。',
  ])

const platform = ({ self }: Facts, random: Random): string =>
  random.pick([
    `网站检索增加了同义词提示，${self}还在办事大厅设置查阅点${random.integer(1, 9)}处，备有纸质目录。`,
    `调整专栏版面，字号可放大、页面可朗读，方便老年人使用；新媒体账号推送${random.integer(20, 600)}期。`,
    '完成网站与数据共享平台的对接，同一信息只需录入一次即可多处展示。',
    `依托公众号开设问答专区，收集留言${random.integer(5, 300)}条，均在规定时间内回复。`,
    '对政务新媒体逐一核验运维主体，停更账号已按程序注销。',
  ])

const supervision = ({ self }: Facts, random: Random): string =>
  random.pick([
    `${self}每半年通报一次栏目更新情况，结果纳入科室年度评分。组织培训${random.integer(1, 8)}场，参训${random.integer(20, 400)}人次。`,
    `邀请居民代表和企业代表参加评议，收到意见${random.integer(3, 50)}条，均已研究答复。本年度未发生责任追究情形。`,
    '主要负责人听取专题汇报，分管负责人按月调度，对更新迟缓的单位发函提醒。',
    `开展自查${random.integer(2, 12)}次，发现的问题列入清单，整改一项、销号一项。`,
  ])

const ASPECTS = [
  ['主动公开', proactive],
  ['依申请公开', onRequest],
  ['政府信息管理', management],
  ['政府信息公开平台建设', platform],
  ['监督保障', supervision],
] as const

/** Section 一: an opening and the five aspects, under headings of their own or each led in by its name. */
export const overall: Write = (facts, random) => {
  const ledIn = random.chance(0.5)
  const ordinals = ['一', '二', '三', '四', '五']
  const aspects = ASPECTS.flatMap(([name, write], index) => {
    const heading = `(${ordinals[index]})${name}`
    return ledIn ? [`${heading}。${write(facts, random)}`] : [heading, write(facts, random)]
  })
  return [opening(facts, random), ...aspects]
}
