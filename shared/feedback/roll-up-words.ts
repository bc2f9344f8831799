import { formCell } from '../form/cells.ts'
import { TABLE_NAMES } from '../form/edition.ts'
import type { LeftOut, RollUp } from '../report/roll-up.ts'

const WHY: Record<LeftOut['why'], string> = {
  'no-table': '没有能读出的表格,未计入合计',
  'trial-form': '用的是2019年试行格式,统计口径不同,未计入合计',
}

/** `青禾市民政局:表二用的是2019年试行格式,统计口径不同,未计入合计` */
export const leftOutWords = ({ name, table, why }: LeftOut): string => `${name}:${TABLE_NAMES[table]}${WHY[why]}`

/** `青禾市民政局:表三 第3行“(一)予以公开” 自然人列没有数字,合计空缺` */
export const blankWords = ({ name, cell }: RollUp['blanks'][number]): string => `${name}:${formCell('2021', cell).name}没有数字,合计空缺`
