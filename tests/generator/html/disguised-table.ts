import type { SampleCell, SampleTable } from '../sample-document.ts'
import { escapeHtml, spans } from './html-tables.ts'

/** Cells that show their figure and hold something else besides, or show it in another way than as text. */

export const HTML_DISGUISES = ['raised', 'unseen', 'fields'] as const
export type HtmlDisguise = (typeof HTML_DISGUISES)[number]

/** Only of tables whose sums would tell where a damaged copy shows what the whole one hides. */
const isDisguised = ({ figure }: SampleCell): boolean => figure !== undefined && figure.table !== 2

const WAYS: Record<HtmlDisguise, readonly ((figure: string) => string)[]> = {
  raised: [
    (figure) => `${figure}<sup>1</sup>`,
    (figure) => `${figure}<span style="vertical-align:super;font-size:60%">[2]</span>`,
    (figure) => `${figure}<sub>3</sub>`,
    (figure) => `${figure}<span class="mark">4</span>`,
    (figure) => `<ruby>${figure}<rt>5</rt></ruby>`,
  ],
  unseen: [
    (figure) => `<s>7</s>${figure}`,
    (figure) => `<span style="text-decoration:line-through">7</span>${figure}`,
    (figure) => `<span style="display:none">7</span>${figure}`,
    (figure) => `${figure}<span style="visibility:hidden">7</span>`,
    (figure) => `<span style="font-size:0">7</span>${figure}`,
    (figure) => `${figure}<font color="#FFFFFF">7</font>`,
    (figure) => `<span class="old">7</span>${figure}`,
    (figure) => `<span style="position:absolute;left:-9999px">7</span>${figure}`,
    (figure) => `<u>${figure}</u><i>7</i>`,
    (figure) => `<i class="now">${figure}</i><i class="then">7</i>`,
    (figure) => `<b>7</b><em>${figure}</em>`,
    (figure) => `<span style="font:0/0 a">7</span>${figure}`,
    (figure) => `${figure}<span style="color:hsla(0,0%,0%,0)">7</span>`,
  ],
  fields: [
    (figure) => `<input type="text" value="${figure}">`,
    (figure) => `<select><option>7</option><option selected>${figure}</option></select>`,
    (figure) => `<textarea>${figure}</textarea>`,
    (figure) => `<input type="hidden" value="7">${figure}`,
  ],
}

export const DISGUISE_STYLE =
  '<style>.mark { vertical-align: super } .old, td u + i { display: none } @media screen { td i:not(.now, :hover) { font-size: 0 } } ' +
  'td { & b:first-of-type { visibility: hidden } }</style>'

export const disguisedTable =
  (disguise: HtmlDisguise) =>
  ({ rows }: SampleTable): string => {
    const ways = WAYS[disguise]
    let next = 0
    const inside = (cell: SampleCell): string => {
      const text = escapeHtml(cell.text)
      return isDisguised(cell) ? (ways[next++ % ways.length]?.(text) ?? text) : text
    }
    const row = (cells: readonly SampleCell[]) => `<tr>${cells.map((cell) => `<td${spans(cell)}>${inside(cell)}</td>`).join('')}</tr>`
    return `<table border="1">\n${rows.map(row).join('\n')}\n</table>`
  }
