import { compact } from './normalise.ts'

/** Links, counters and the site's foot, which a page prints below a report. */
const FURNITURE: readonly RegExp[] = [
  /^(?:上一|下一)[篇条页]/,
  /^(?:扫一扫|扫码|扫描|微信扫|手机扫|用?手机(?:扫|查看|浏览|阅读))/,
  /^(?:分享|收藏)(?:到|至|本文|本页|:|$)/,
  /^(?:打印|关闭|返回)(?:本页|页面|窗口|顶部|首页|列表|上一?[级页]|[】\])|/]|$)/,
  /^字[体号]:/,
  /^附件(?:下载|列表|信息)?\d{0,2}:?$/,
  /^(?:文件|点击|附件)下载|^下载(?:附件|文件|全文|$)/,
  /^(?:附件\d{0,2}:?|\d{1,2}[.、])?.{1,60}\.(?:docx?|wps|pdf|ofd|xlsx?|et|zip|rar)(?:\(.{0,12}\)?)?$/i,
  /^(?:相关|热门|推荐)(?:附件|链接|文章|新闻|信息|解读|稿件|阅读)/,
  /^(?:版权所有|主办(?:单位)?:|承办(?:单位)?:|技术支持|责任编辑|编辑:|(?:稿件|信息)?来源:)/,
  /^(?:浏览|阅读|点击|访问)(?:次数|量|数|率)/,
  /^(?:友情链接|网站地图|网站标识码|网站声明|无障碍|联系我们|关于我们)/,
  /^\S{0,3}(?:ICP备|公网安备)/,
]

/** Whether a line is the number of a page: - 3 -. */
export const isPageNumber = (line: string): boolean => /^[-—–－]\s*\d+\s*[-—–－]$/.test(line.trim())

/** Whether a line belongs to the page around a report and not to it. */
export const isPageFurniture = (line: string): boolean => {
  const text = compact(line)
    .replace(/^[【[(]/, '')
    .replace(/[】\])]$/, '')
  return FURNITURE.some((pattern) => pattern.test(text))
}
