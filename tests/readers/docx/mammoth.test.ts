import { Parser } from 'htmlparser2'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import { cellText } from '../../../shared/document/document.ts'
import { sampleReport } from '../../generator/sample-report.ts'
import { writeSample } from '../../generator/write-sample.ts'
import { contentOf } from '../test-reader.ts'

type Cell = { text: string; columnSpan: number; rowSpan: number }

/** The tables of mammoth's HTML as rows of cells, and the paragraphs outside them. */
const byMammoth = async (bytes: Uint8Array) => {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  const [tables, paragraphs]: [Cell[][][], string[]] = [[], []]
  let into: { text: string } | undefined
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'table') tables.push([])
      if (name === 'tr') tables.at(-1)?.push([])
      if (name === 'td' || name === 'th') {
        const cell = { text: '', columnSpan: Number(attributes.colspan ?? 1), rowSpan: Number(attributes.rowspan ?? 1) }
        tables.at(-1)?.at(-1)?.push(cell)
        into = cell
      }
      if (/^(p|h\d)$/.test(name) && into === undefined) paragraphs.push('')
    },
    ontext: (text) => {
      if (into !== undefined) into.text += text
      else if (paragraphs.length > 0) paragraphs.push((paragraphs.pop() ?? '') + text)
    },
    onclosetag: (name) => {
      if (name === 'td' || name === 'th') into = undefined
    },
  })
  parser.end(value)
  return { tables, paragraphs }
}

const byOurs = async (bytes: Uint8Array) => {
  const { blocks } = await contentOf('docx', bytes)
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
  return {
    tables: tables.map(({ rows }) =>
      rows.map((row) => row.map((cell): Cell => ({ text: cellText(cell), columnSpan: cell.columnSpan, rowSpan: cell.rowSpan }))),
    ),
    paragraphs: blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])),
  }
}

describe('the same words in the same cells as mammoth reads', () => {
  it.each(['official', 'split-runs', 'split-tables', 'repeated-head', 'tracked-changes', 'content-controls', 'jitter-column'] as const)(
    'of a report in the layout %s',
    async (layout) => {
      const report = sampleReport({ seed: 5, agency: '青岚县水务局', year: 2024, bustle: 'ordinary' })
      const bytes = writeSample(report, { format: 'docx', layout })
      const [ours, theirs] = [await byOurs(bytes), await byMammoth(bytes)]
      expect(ours.tables.length).toBeGreaterThanOrEqual(3)
      expect(ours).toEqual(theirs)
    },
  )
})

describe('what mammoth leaves out', () => {
  it('automatic numbers', async () => {
    const report = sampleReport({ seed: 5, agency: '青岚县水务局', year: 2024, bustle: 'ordinary' })
    const { paragraphs } = await byOurs(writeSample(report, { format: 'docx', layout: 'automatic-numbers' }))
    const headings = ['一、总体情况', '二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况', '六、其他需要报告的事项']
    expect(paragraphs).toEqual(expect.arrayContaining(headings))
  })
})
