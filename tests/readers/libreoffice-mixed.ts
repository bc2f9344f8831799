import type { Outline } from './outline.ts'

/** What LibreOffice wrote into the same document in each of its formats: lists, fields, tracked changes, hidden text, a table in a table, a picture. */
export const libreofficeMixed = ({ styled }: { readonly styled: string }): Outline => [
  '样例:某局2024年报告',
  '一、总体情况',
  '看得见的字。链接',
  '1.款项',
  '2.款项二',
  '二、主动公开',
  styled,
  '删除之后',
  [
    ['0v2:甲', '1+2:两列', '3:1023'],
    ['1:第一段\n第二段', '2:折\n行', '3:77'],
    [
      {
        0: [
          '嵌套',
          [
            ['0:内1', '1:内2'],
            ['0:内3', '1:'],
          ],
        ],
      },
      '1:',
      '2:',
      '3:末',
    ],
    ['0:', '1:', '2:', '3:'],
  ],
  '表间',
  [Array.from({ length: 30 }, (_, index) => (index % 3 ? `${index}:${index}` : `${index}:`))],
  '[picture]',
  '完',
]
