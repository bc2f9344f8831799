import { describe, expect, it } from 'vitest'
import { isPageFurniture } from '../../shared/report/page-furniture.ts'

describe('what a page prints below a report', () => {
  it.each([
    '附件下载',
    '附件:',
    '附件1:示例市教育局2024年政府信息公开工作年度报告.docx',
    '示例市教育局2024年政府信息公开工作年度报告.pdf',
    '示例市教育局2024年政府信息公开工作年度报告.doc(38KB)',
    '扫一扫在手机上查看当前页面',
    '用手机扫描二维码',
    '【打印】【关闭】',
    '打印本页',
    '返回顶部',
    '分享到:',
    '上一篇:没有了',
    '相关附件',
    '主办单位:示例市教育局',
    '责任编辑:办公室',
    '浏览次数:12',
    '京ICP备00000000号',
  ])('is told: %s', (line) => expect(isPageFurniture(line)).toBe(true))

  it.each([
    '本年度未收取信息处理费。',
    '附件中的表格另行报送。',
    '打印服务点由各窗口设置。',
    '关闭政务新媒体账号2个。',
    '分享经验材料3篇。',
    '来源于群众的建议12条。',
    '联系电话:见官网。',
  ])('is no text of section 六: %s', (line) => expect(isPageFurniture(line)).toBe(false))
})
