import type { SampleCell } from '../sample-document.ts'
import { escapeXml, plainStyle, run, type Style } from './docx-table.ts'

/** Every letter in a run of its own, with the marks that Word strews between them. */
const splitRuns = (text: string): string =>
  Array.from(text, (letter, index) => (index % 5 === 2 ? '<w:proofErr w:type="gramStart"/>' : '') + run(letter)).join(
    '<w:bookmarkStart w:id="7" w:name="_GoBack"/><w:bookmarkEnd w:id="7"/>',
  )

const CHANGE = 'w:author="复核" w:date="2024-01-05T10:00:00Z"'
const deleted = (text: string) =>
  `<w:del w:id="1" ${CHANGE}><w:r><w:delText xml:space="preserve">${escapeXml(text)}</w:delText></w:r></w:del>`
const inserted = (text: string) => `<w:ins w:id="2" ${CHANGE}>${run(text)}</w:ins>`

/** Figures of every third column were corrected with changes tracked: a wrong one deleted, or one digit put in. */
const tracked = ({ text, figure }: SampleCell): string => {
  if (figure === undefined || figure.column % 3 !== 0 || text === '') return text === '' ? '' : run(text)
  if (text.length === 1) return deleted('17') + inserted(text)
  return run(text.slice(0, 1)) + deleted('9') + inserted(text.slice(1))
}

const controlled = (content: string, alias: string): string =>
  `<w:sdt><w:sdtPr><w:alias w:val="${alias}"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`

/** Figures in content controls, every fourth row within one too. */
const controls: Style = {
  runs: (text) => controlled(run(text), '正文'),
  cellRuns: ({ text, figure }) =>
    figure === undefined ? plainStyle.cellRuns({ text, columnSpan: 1, rowSpan: 1 }) : controlled(run(text), '数据'),
  row: (xml, index) => (index % 4 === 3 ? controlled(xml, '行') : xml),
}

/** Head rows marked to be repeated on every page, rows that may not break, and a page break that Word once rendered. */
const repeated: Style = {
  ...plainStyle,
  row: (xml, index, { headRows }) =>
    xml.replace('<w:tr>', `<w:tr><w:trPr><w:cantSplit/>${index < headRows ? '<w:tblHeader/>' : ''}</w:trPr>`),
}

export const STYLES = {
  plain: plainStyle,
  split: { ...plainStyle, runs: splitRuns, cellRuns: ({ text }: SampleCell) => splitRuns(text) },
  tracked: { ...plainStyle, cellRuns: tracked },
  controls,
  repeated,
} as const satisfies Record<string, Style>
