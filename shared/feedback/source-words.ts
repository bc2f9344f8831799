import type { Source } from '../document/document.ts'

/** A place in the file in words: `第2页 第3个表格 第12行 第4格`. */
export const sourceWords = ({ sheet, page, line, table, row, cell, paragraph }: Source): string =>
  [
    sheet === undefined ? '' : `工作表“${sheet}”`,
    page === undefined ? '' : `第${page}页`,
    line === undefined ? '' : `第${line}行`,
    table === undefined ? '' : `第${table}个表格`,
    row === undefined ? '' : `第${row}行`,
    cell === undefined ? '' : `第${cell}格`,
    paragraph === undefined ? '' : `第${paragraph}段`,
  ]
    .filter(Boolean)
    .join(' ')
