import { cutAt, placed, type SampleCell, type SampleTable } from '../sample-document.ts'

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\n', '<br>')

export const spans = ({ columnSpan, rowSpan }: SampleCell): string =>
  (columnSpan > 1 ? ` colspan="${columnSpan}"` : '') + (rowSpan > 1 ? ` rowspan="${rowSpan}"` : '')

/** With the merged cells of the form. */
export const mergedTable = ({ rows }: SampleTable): string => {
  const row = (cells: readonly SampleCell[]) =>
    `<tr>${cells.map((cell) => `<td${spans(cell)}>${escapeHtml(cell.text)}</td>`).join('')}</tr>`
  return `<table border="1" cellspacing="0">\n${rows.map(row).join('\n')}\n</table>`
}

/** With no merged cell: what a merged cell covers is a blank cell, and the head is one of `th`. */
export const plainTable = (table: SampleTable): string => {
  const rows = table.rows.map((_, row) => {
    const cells = Array.from({ length: table.columns }, () => '')
    for (const place of placed(table)) if (place.row === row) cells[place.column] = escapeHtml(place.cell.text)
    const tag = row < table.headRows ? 'th' : 'td'
    return `<tr>${cells.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`
  })
  return `<table><thead>${rows.slice(0, table.headRows).join('')}</thead>\n<tbody>${rows.slice(table.headRows).join('\n')}</tbody></table>`
}

/** Cut in two in the middle, where there are rows enough. */
export const splitTable = (table: SampleTable): string =>
  table.rows.length < 12
    ? mergedTable(table)
    : cutAt(table, Math.floor(table.rows.length / 2))
        .map(mergedTable)
        .join('\n<p>&nbsp;</p>\n')

const PARAGRAPH =
  "class=MsoNormal align=center style='mso-pagination:widow-orphan;text-align:center;line-height:15.0pt;layout-grid-mode:char'"
const WORDS = `style='font-size:10.5pt;font-family:宋体;mso-bidi-font-family:宋体;mso-font-kerning:0pt'`

/** A number apart from Han, each in a run of its own language, with Word's empty `o:p` after them. */
const wordRuns = (text: string): string =>
  text === ''
    ? `<span lang=EN-US ${WORDS}><o:p>&nbsp;</o:p></span>`
    : `${text.replaceAll(/[\d.,]+|[^\d.,]+/g, (run) =>
        /^[\d.,]/.test(run) ? `<span lang=EN-US ${WORDS}>${run}</span>` : `<span ${WORDS}>${escapeHtml(run)}</span>`,
      )}<span lang=EN-US ${WORDS}><o:p></o:p></span>`

const wordCell = (cell: SampleCell): string =>
  `<td width=${60 * cell.columnSpan}${spans(cell)} style='width:${45 * cell.columnSpan}.0pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;
  padding:0cm 2.85pt 0cm 2.85pt'>
  <p ${PARAGRAPH}>${wordRuns(cell.text)}</p>
  </td>`

/** As Word and WPS save it, with the row of column widths that older browsers need at the end. */
export const wordTable = ({ rows, columns }: SampleTable): string => `<div align=center>
<table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
${rows.map((row, index) => `<tr style='mso-yfti-irow:${index};height:17.0pt'>\n${row.map(wordCell).join('\n')}\n</tr>`).join('\n')}
<![if !supportMisalignedColumns]>
<tr height=0>${`<td width=60 style='border:none'></td>`.repeat(columns)}</tr>
<![endif]>
</table>
</div>`

export const wordParagraph = (text: string, style: string): string =>
  `<p class=MsoNormal style='${style};mso-char-indent-count:2.0'>${wordRuns(text)}</p>`
