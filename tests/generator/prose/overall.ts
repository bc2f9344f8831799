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
  return joined(
    random,
    [
      `${self}全年在门户网站发布信息${random.integer(60, 2400)}条`,
      `围绕重点领域上传文稿${random.integer(60, 2400)}篇`,
      `通过各类渠道累计公开${random.integer(60, 2400)}条`,
      `更新栏目${random.integer(8, 60)}个、内容${random.integer(60, 2400)}条`,
    ],
    [`涵盖${items}等方面`, `其中${items}占了大半`, `${items}等信息当周上网`, `对${items}实行清单管理`],
    [
      `以图表形式解读政策${random.integer(2, 60)}次`,
      `配发短视频${random.integer(2, 60)}个`,
      `召开新闻发布会${random.integer(1, 12)}场`,
      `印发便民手册${random.integer(2, 90)}百册`,
    ],
  )
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

/** One clause from each list: few reports share a whole sentence. */
const joined = (random: Random, ...lists: readonly (readonly string[])[]): string =>
  `${lists.map((list) => random.pick(list)).join('，')}。`

const management = ({ self }: Facts, random: Random): string =>
  joined(
    random,
    [
      '年初制定任务分解表',
      `${self}指定${random.integer(2, 9)}名信息员负责收集`,
      '由办公室牵头建立周报机制',
      `每${random.pick(['月', '季度', '半年'])}召开一次碰头会`,
      '将公开属性的认定写入发文流程',
    ],
    [
      '拟公开的信息先自查再复核',
      '对存量文件逐件核对效力',
      `全年退回修改文稿${random.integer(2, 90)}篇`,
      '规范性文件集中存放于同一栏目',
      `清理过期内容${random.integer(5, 300)}条`,
    ],
    [
      '做到来源可查、去向可追',
      '失效链接随查随改',
      '正文与解读互相链接',
      '归档后仍可检索',
      '涉及个人信息的一律遮盖后发布',
      '不宜公开的写明理由备查',
    ],
  )

const platform = ({ self }: Facts, random: Random): string =>
  joined(
    random,
    [
      '调整专栏版面',
      '网站检索增加了同义词提示',
      `新媒体账号推送${random.integer(20, 900)}期`,
      `${self}在办事大厅设置查阅点${random.integer(1, 9)}处`,
      '更新政务公开专区的自助终端',
    ],
    [
      '字号可放大、页面可朗读',
      '备有纸质目录供群众取阅',
      '与数据共享平台完成对接',
      `开设问答专区并回复留言${random.integer(5, 300)}条`,
      '停更账号已按程序注销',
    ],
    [
      '老年人使用更为方便',
      '同一信息只需录入一次',
      `全年页面浏览${random.integer(3, 900)}千余次`,
      '未发生安全事件',
      '群众查找时间明显缩短',
      '日常运维由专人值守',
    ],
  )

const supervision = ({ self }: Facts, random: Random): string =>
  joined(
    random,
    [
      `${self}主要负责人听取专题汇报${random.integer(1, 6)}次`,
      '分管负责人按月调度',
      `邀请居民代表和企业代表${random.integer(5, 60)}人参加评议`,
      '将更新情况纳入科室年度评分',
      '对更新迟缓的单位发函提醒',
    ],
    [
      `组织培训${random.integer(1, 12)}场、参训${random.integer(20, 800)}人次`,
      `开展自查${random.integer(2, 12)}次`,
      `收到意见${random.integer(3, 90)}条并逐条答复`,
      '结果在内部通报',
      '引入第三方开展评估',
    ],
    ['整改一项、销号一项', '本年度未发生责任追究情形', '各单位重视程度有所提高', '列入清单的事项已全部办结', '社会评议结果总体良好'],
  )

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
