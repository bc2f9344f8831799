import { type ParseArgsConfig, parseArgs } from 'node:util'

export const USAGE = `用法:
  nianbao check [--json] [--previous FILE] [--previous-agency NAME] [--agency NAME] [--year YYYY] FILE...
      核对年度报告。--previous 为同一单位上一年度的报告(或上次 --json 的输出),年度不对则不核对;
      更名的单位,以 --previous-agency 写明上年的名称;
      --agency、--year 说明报告应属哪个单位、哪个年度。
      --subordinate FILE(可多次):下级单位同年的报告,核对汇总数;--other FILE(可多次):其他单位同年的报告,核对文字雷同。
  nianbao rollup [--json] [--xlsx OUT] [--agencies LIST] FILE...
      把各报告(或 check --json 的输出)的表二至表四逐格相加,并列出缺漏;--xlsx 另存为官方表样的工作簿;
      --agencies 为单位名单,其中没有报告的单位也列为缺漏。
  nianbao agencies [--json] LIST
      检查单位名单(xlsx、xls 或 CSV)能否导入。
  nianbao impact --against DIR [--json]
      用现行规则重放 DIR 中存下的报告,列出哪些结论会变、因哪条规则。DIR 里可以是各次 check --json 的输出
      (按其中记的路径重读原文件),也可以是本地运行的数据文件夹,或从存储桶取下的 report.json 和 assessment.json。
  nianbao template [--agency NAME] [--year YYYY] [--previous FILE] OUT.docx|OUT.xlsx
      存一份官方表样的空白报告,可直接填写;--previous 为上一年度的报告,其“结转下年度继续办理”填作本年的“上年结转”。
      不写 --year 时为现在应报的年度。
  nianbao rules [--json]
      列出全部核对规则。
`

/** A mistake in how the command was called: told with the usage, exit status 2. */
export class UsageError extends Error {}

/** Options as given; a flag that is not known, or lacks its value, is a usage error. */
export const optionsOf = <T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> => {
  try {
    return parseArgs(config)
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
