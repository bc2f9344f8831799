import type { UnreadableReason } from '../document/reading.ts'
import { defineRule } from '../rule-kit/rule.ts'

const WHY: Record<UnreadableReason, { readonly why: (limit: string) => string; readonly fix: string }> = {
  'not-found': { why: () => '找不到这个文件', fix: '请检查路径和文件名;文件夹请逐个指定其中的文件' },
  empty: { why: () => '文件是空的,没有任何文字', fix: '请打开文件确认内容,保存后重新上传' },
  'unknown-format': { why: () => '文件格式无法识别', fix: '请用 Word 或 WPS 打开报告,另存为 docx 后重新上传' },
  'other-format': { why: (name) => `文件是 ${name} 格式的,不能读取`, fix: '请用 Word 或 WPS 打开报告,另存为 docx 后重新上传' },
  archive: { why: () => '文件是压缩包,不能确定其中哪一个是年度报告', fix: '请解压后只上传年度报告这一个文件(docx、PDF 等)' },
  embedded: {
    why: () => '正文里插入了另一个文件,其中的内容不能读取',
    fix: '请用 Word 打开报告,另存为 docx(插入的内容随之并入正文)后重新上传',
  },
  damaged: { why: () => '文件已损坏或不完整,无法打开', fix: '请用 Word 或 WPS 重新打开并保存一份,确认能正常打开后重新上传' },
  encrypted: { why: () => '文件设有密码,无法打开', fix: '请取消文件的打开密码(文件 › 信息 › 保护文档)后重新上传' },
  'old-format': { why: () => '文件是很早以前的格式,表格无法可靠读取', fix: '请用 Word 或 WPS 打开,另存为 docx 后重新上传' },
  'too-large': { why: (limit) => `文件过大,超过上限 ${limit}`, fix: '请压缩或删去文件中的图片后重新上传' },
  'too-complex': {
    why: (limit) => `文件内容过于庞杂,超过处理上限${limit === '' ? '' : ` ${limit}`}`,
    fix: '请只保留年度报告本身,另存为 docx 后重新上传',
  },
  scan: { why: () => '文件全部是图片(扫描件),没有可读取的文字', fix: '请上传报告的 Word 原件,不要上传扫描件或照片' },
  'drawn-text': {
    why: () => '文件中的文字是图形(笔画是画出来的线条),没有可读取的文字',
    fix: '请上传报告的 Word 原件,不要把文字转成图形或曲线',
  },
  'repeated-pages': { why: () => '文件的页面目录把同一页列了两次,无法确定报告的页面', fix: '请从 Word 原件重新导出一份 PDF 后上传' },
  'xfa-form': {
    why: () => '文件是 XFA 动态表单,内容不在页面上',
    fix: '请上传报告的 Word 原件,或在 Adobe Acrobat 中打开后打印为普通 PDF 再上传',
  },
  garbled: { why: () => '文件中的文字编码异常,读出来是乱码', fix: '请上传报告的 Word 原件' },
}

/** The file can be opened and read. */
export const fileReadable = defineRule({
  id: 'file-readable',
  family: 'can it be read',
  severity: 'error',
  title: '文件能够打开和读取',
  basis: '国办公开办函〔2021〕30号:年度报告应当内容完整;无法读取的文件不能核对',
  years: { from: 2019 },
  needs: [],
  example: ({ report }) => ({ report: { ...report, unreadable: { reason: 'encrypted' } } }),
  advice: '用 Word 或 WPS 打开报告原件,确认没有密码、不是扫描件,另存为 docx 后重新上传',
  *check({ unreadable }) {
    if (unreadable === null) return
    yield { places: [{ part: '文件', section: null }], facts: { reason: unreadable.reason as string, limit: unreadable.limit ?? '' } }
  },
  cause: ({ reason }) => reason,
  message: ({ reason, limit }) => `无法读取:${WHY[reason as UnreadableReason].why(limit)}`,
  fix: ({ reason }) => WHY[reason as UnreadableReason].fix,
})
