import type { Remark } from '../document/reading.ts'

/** What the reader did with the file that its author should know of. */
const REMARK_WORDS: Record<Remark, string> = {
  'tracked-changes-accepted': '文件含有修订痕迹,已按“接受全部修订”后的内容核对,请确认后接受或拒绝修订',
  'hidden-text-left-out': '文件中有隐藏的文字或行列,没有读取',
  'struck-text-left-out': '文件中有加了删除线的文字,没有读取;作废的内容请直接删去',
  'watermark-left-out': '页面上有水印或叠印的文字,没有读取;水印穿过表格的,请核对读取的数字',
  'repeated-pages-left-out': '文件的页面目录把同一页列了两次,重复的页没有读取',
  'text-box-read': '文件中有文本框,其中的文字已按所在位置读取',
  'broken-table-row': '有的表格行不完整,相关表格可能无法确切读取',
  'cut-off': '文件似乎不完整(结尾缺失),只读取了保存下来的部分',
}

export const remarkWords = (remarks: readonly Remark[]): string[] => [...new Set(remarks)].map((remark) => REMARK_WORDS[remark])
