import { escapeHtml } from './html-tables.ts'

/** What a government site puts before a report: menus that name other years' reports, the way to the page, the head table, a counter. */
export const pageBefore = (title: string, agency: string, year: number): string => {
  const others = [year - 1, year - 2, year - 3].map(
    (other) => `<li><a href="/xxgk/${other}.html">${escapeHtml(agency)}${other}年政府信息公开工作年度报告</a></li>`,
  )
  return `<div class="header"><a href="/">网站首页</a> | <a href="/zwgk/">政务公开</a> | <a href="/bsfw/">办事服务</a> | <a href="/hdjl/">互动交流</a></div>
<div class="menu"><ul><li>政府信息公开指南</li><li>政府信息公开制度</li><li>法定主动公开内容</li><li>政府信息公开年报</li></ul><ul>${others.join('')}</ul></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政府信息公开</a> &gt; 政府信息公开年报</div>
<table class="info"><tr><td>索&nbsp;引&nbsp;号：</td><td>014${year}-11${year}0118</td><td>主题分类：</td><td>政务公开</td></tr>
<tr><td>发布机构：</td><td>${escapeHtml(agency)}</td><td>公开日期：</td><td>${year + 1}-01-18</td></tr>
<tr><td>名&emsp;&emsp;称：</td><td colspan="3">${escapeHtml(title)}</td></tr></table>
<div class="tools">发布时间：${year + 1}-01-18 09:30　来源：办公室　浏览次数：<span id="hits">1286</span>次　字体：【大 中 小】　<a href="#">打印</a></div>
<div class="article">`
}

/** What it puts behind: the pages beside this one, a footer. */
export const pageAfter = (agency: string, year: number): string => `</div>
<div class="beside"><p>上一篇：<a href="/xxgk/prev.html">${escapeHtml(agency)}${year - 1}年政府信息公开工作年度报告</a></p><p>下一篇：没有了</p></div>
<div class="footer"><p>主办单位：${escapeHtml(agency)}　网站标识码：9900000000</p><p>版权所有　访问量：203415</p></div>
<script>document.getElementById('hits').textContent = '1287'; var table = '<table><tr><td>9</td></tr></table>';</script>`
