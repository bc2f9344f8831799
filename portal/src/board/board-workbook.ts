import { BOARD_WORDS } from '../../../shared/submission/board-state.ts'
import type { BoardLine } from './board-lines.ts'
import { checkedWords } from './board-table.tsx'
import { receivedWords } from './use-table.ts'

const HEADS = ['编号', '单位', '状态', '版本', '核查结果', '待说明', '报送时间', '联系人', '电话', '邮箱', '上级', '类别']

/** The lines that are shown, as an xlsx workbook. */
export const boardWorkbook = async (lines: readonly BoardLine[]): Promise<Uint8Array> => {
  const { utils, write } = await import('@e965/xlsx')
  const rows = lines.map((line) => {
    const { agency, row, state } = line
    const { id, name, contact = '', telephone = '', mail } = agency
    const stands = [BOARD_WORDS[state].label, row?.version ?? '', checkedWords(line), line.openWarnings, receivedWords(line)]
    return [id, name, ...stands, contact, telephone, mail.join(';'), line.parent, line.kind]
  })
  const book = utils.book_new()
  const sheet = utils.aoa_to_sheet([HEADS, ...rows])
  sheet['!cols'] = HEADS.map((head) => ({ wch: head === '单位' ? 32 : 16 }))
  utils.book_append_sheet(book, sheet, '报送情况')
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }))
}
