import { read, utils } from '@e965/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'
import iconv from 'iconv-lite'
import mammoth from 'mammoth'
import { describe, expect, it, vi } from 'vitest'
import { HTML_DISGUISES } from './html/disguised-table.ts'
import { HTML_ENCODINGS } from './html/write-html.ts'
import { printReport } from './print/print-report.ts'
import { type SampleReport, sampleReport } from './sample-report.ts'
import { TEXT_ENCODINGS } from './text/encode.ts'
import type { Variants } from './variants.ts'
import { FORMS, type SampleOptions, writeSample } from './write-sample.ts'

const REPORT = sampleReport({ seed: 20, agency: '望溪区民政局', year: 2024, bustle: 'ordinary' })

/** Texts of cells, row by row; what stands outside innermost cells is left out. */
const htmlRows = (html: string): string[][] => {
  const rows: string[][] = []
  let inCell = false
  const parser = new Parser({
    onopentag: (name) => {
      if (name === 'tr') rows.push([])
      if (name === 'td' || name === 'th') {
        rows.at(-1)?.push('')
        inCell = true
      }
    },
    ontext: (text) => {
      const row = rows.at(-1)
      if (inCell && row !== undefined) row.push((row.pop() ?? '') + text.trim())
    },
    onclosetag: (name) => {
      if (name === 'td' || name === 'th') inCell = false
    },
  })
  parser.end(html)
  return rows
}

/** Rows of numbers at the end of rows: those of a table with so many columns of figures. */
const figureRows = (rows: readonly (readonly string[])[], columns: number): number[][] =>
  rows
    .map((row) => row.filter((text) => text !== ''))
    .filter((row) => row.slice(-columns).length === columns && row.slice(-columns).every((text) => /^\d+$/.test(text)))
    .map((row) => row.slice(-columns).map(Number))

const shows = (rows: string[][], { three, four }: SampleReport): void => {
  const sevens = figureRows(
    rows.filter((row) => row.some((text) => /\D/.test(text))),
    7,
  )
  expect(sevens).toEqual(three)
  expect(figureRows(rows, 15)).toEqual([four])
}

const textRows = (text: string): string[][] => text.split('\n').map((line) => line.split(/[|\t]/).map((part) => part.trim()))

/** Texts of the boxes of an OFD page, each row the boxes that begin at one height. */
const ofdRows = (xml: string): string[][] => {
  const rows = new Map<number, { left: number; text: string }[]>()
  const texts = [...xml.matchAll(/<ofd:TextObject[^>]* Boundary="(\S+) (\S+) (\S+) (\S+)".*?>([^<]*)<\/ofd:TextCode>/g)].map(
    ([, x, y, w, h, text]) => ({
      x: Number(x) + Number(w) / 2,
      y: Number(y) + Number(h) / 2,
      text,
    }),
  )
  for (const [, x, y, w, h] of xml.matchAll(/<ofd:PathObject[^>]* Boundary="(\S+) (\S+) (\S+) (\S+)"/g)) {
    const [left, top, right, bottom] = [Number(x), Number(y), Number(x) + Number(w), Number(y) + Number(h)]
    const inside = texts.filter((text) => left < text.x && text.x < right && top < text.y && text.y < bottom)
    rows.set(top, [...(rows.get(top) ?? []), { left, text: inside.map(({ text }) => text).join('') }])
  }
  return [...rows.values()].map((row) => row.toSorted((a, b) => a.left - b.left).map(({ text }) => text))
}

describe('a written sample', () => {
  it.each(FORMS)('of $format $layout has the same bytes on any day', (form) => {
    const writtenOn = (day: string) => {
      vi.setSystemTime(new Date(day))
      return Buffer.from(writeSample(REPORT, form))
    }
    expect(writtenOn('2025-01-20T08:00:00Z').equals(writtenOn('2026-07-03T19:21:07Z'))).toBe(true)
    vi.useRealTimers()
  })

  it.each(FORMS.filter(({ format }) => format === 'xlsx' || format === 'xls'))(
    'of $format $layout shows the figures to SheetJS',
    (form) => {
      const book = read(writeSample(REPORT, form), { type: 'array' })
      shows(
        book.SheetNames.flatMap((name) => utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, { header: 1, raw: false, defval: '' })),
        REPORT,
      )
    },
  )

  // Neither of them reads one file of XML, or looks at what a person sees.
  const plain = FORMS.filter(({ layout }) => layout !== 'flat' && !HTML_DISGUISES.some((disguise) => disguise === layout))

  it.each(plain.filter(({ format }) => format === 'docx'))('of docx $layout shows the figures to mammoth', async (form) => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(writeSample(REPORT, form)) })
    shows(htmlRows(value), REPORT)
  })

  it.each(plain.filter(({ format }) => format === 'html'))('of html $layout shows the figures to htmlparser2', (form) => {
    shows(htmlRows(new TextDecoder().decode(writeSample(REPORT, form))), REPORT)
  })

  it('of ofd with a box a cell shows the figures by their places', () => {
    const parts = unzipSync(writeSample(REPORT, { format: 'ofd', layout: 'cell-boxes' }))
    shows(
      Object.keys(parts)
        .filter((name) => name.endsWith('Content.xml'))
        .flatMap((name) => ofdRows(strFromU8(parts[name] ?? new Uint8Array()))),
      REPORT,
    )
  })

  it.each(['pipe-padded', 'pipe', 'pipe-leading', 'tab'] as const)('of text %s shows the figures row by row', (layout) => {
    shows(textRows(new TextDecoder().decode(writeSample(REPORT, { format: 'txt', layout }))), REPORT)
  })

  it.each(['cell-a-line', 'cell-a-line-blank', 'cell-a-line-pipe', 'one-line', 'pdf-layout'] as const)(
    'of text %s shows every figure in order',
    (layout) => {
      const text = new TextDecoder().decode(writeSample(REPORT, { format: 'txt', layout }))
      const table = text.slice(text.indexOf('四、结转'), text.indexOf('五、存在')).match(/(?<![\d.])\d+(?![\d.])/g) ?? []
      expect(table.map(Number)).toEqual([...(REPORT.three[24] ?? []), ...REPORT.four])
    },
  )

  it.each(TEXT_ENCODINGS)('of text in %s can be decoded', (encoding) => {
    const bytes = Buffer.from(writeSample(REPORT, { format: 'txt', layout: 'pipe', encoding }))
    expect(iconv.decode(bytes, encoding.replace('-bom', ''))).toBe(
      new TextDecoder().decode(writeSample(REPORT, { format: 'txt', layout: 'pipe' })),
    )
  })

  it.each(HTML_ENCODINGS)('of html in %s can be decoded', (encoding) => {
    const html = iconv.decode(
      Buffer.from(writeSample(REPORT, { format: 'html', layout: 'official', encoding })),
      encoding === 'utf-8' ? 'utf8' : 'gbk',
    )
    expect(html).toContain('望溪区民政局2024年政府信息公开工作年度报告')
    expect(html.includes('charset')).toBe(encoding !== 'gbk-undeclared')
  })
})

const VARIANTS: readonly (readonly [Variants, RegExp])[] = [
  [{ title: 'two-lines' }, /^望溪区民政局\n2024年政府信息公开工作年度报告\n/],
  [{ title: 'year-first' }, /^2024年度望溪区民政局政府信息公开工作年度报告\n/],
  [{ title: 'year-doubled' }, /^望溪区民政局2024年度政府信息公开工作年度报告\n/],
  [{ title: 'without-work' }, /^望溪区民政局2024年政府信息公开年度报告\n/],
  [{ title: 'short-name' }, /^望溪区民政局2024年政府信息公开年报\n/],
  [{ title: 'government-affairs' }, /^望溪区民政局2024年政务公开工作年度报告\n/],
  [{ title: 'public-version' }, /年度报告\(公开版\)\n/],
  [{ title: 'labelled' }, /^标题:望溪区民政局/],
  [{ title: 'file-name' }, /年度报告\.docx\n/],
  [{ title: 'letter' }, /^关于报送望溪区民政局/],
  [{ title: 'twice' }, /^(.+报告)\n\1\n/],
  [{ title: 'near-miss' }, /工作告年度报\n/],
  [{ subHeadings: true }, /\n\(二\)收到和处理政府信息公开申请情况/],
  [{ noteUnderTwo: '注:含下属单位。' }, /\n注:含下属单位。\n三、/],
  [{ pageFurniture: true }, /\n附件下载\n.+\.docx\n扫一扫/],
  [{ amountsIn: '元' }, /\n行政事业性收费\t[\d.]+元\n/],
  [{ amountsIn: '亿元' }, /\n行政事业性收费\t[\d.]+亿元\n/],
  [{ digits: 'other-scripts' }, /四、结转下年度继续办理\t[\u0660-\u0669]+\t[\u06f0-\u06f9]+\t/],
  [{ unseenLetters: true }, /^望\u200b溪区/],
  [{ preface: true }, /报告\n本报告依照.*\n.*\n一、总体情况/],
  [{ brackets: 'full-width' }, /（七）总计/],
  [{ numbering: '、' }, /1、属于国家秘密/],
  [{ spacedLabels: true }, /自然 人/],
  [{ digits: 'full-width' }, /四、结转下年度继续办理\t[０-９\t]+\n/],
  [{ shortTableFour: true }, /\n结果\t结果\t其他\t尚未\t总计/],
  [{ headsLost: true }, /三、收到和处理政府信息公开申请情况\n一、本年新收/],
  [{ singleOtherRow: true }, /\n\(六\)其他处理\t\d+\t/],
  [{ cells: [{ cell: { table: 3, row: 1, column: 2 }, text: '无', value: null }] }, /二、上年结转政府信息公开申请数量\t\d+\t\d+\t无\t/],
]

describe('a variant', () => {
  it.each(VARIANTS)('%o is printed', (variants, pattern) => {
    const options: SampleOptions = { format: 'txt', layout: 'tab' }
    expect(new TextDecoder().decode(writeSample(REPORT, options))).not.toMatch(pattern)
    expect(new TextDecoder().decode(writeSample(REPORT, { ...options, variants }))).toMatch(pattern)
  })

  it('of headings in tables makes them the first rows', () => {
    const { blocks } = printReport(REPORT, { headingsInTables: true })
    const heads = blocks.flatMap((block) => (block.kind === 'table' ? [block.rows[0]?.map(({ text }) => text)] : []))
    expect(heads).toEqual([
      ['二、主动公开政府信息情况'],
      ['三、收到和处理政府信息公开申请情况'],
      ['四、政府信息公开行政复议、行政诉讼情况'],
    ])
    expect(blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(3)
  })

  it('of thousands and remarks is printed', () => {
    const report = { ...REPORT, two: REPORT.two.with(3, 22).with(6, 11398889).with(9, 1276.5534) }
    const text = new TextDecoder().decode(
      writeSample(report, { format: 'txt', layout: 'tab', variants: { thousands: true, remarks: true } }),
    )
    expect(text).toContain('行政规范性文件\t22(其中修订11件)\t')
    expect(text).toContain('行政许可\t11,398,889\n')
    expect(text).toContain('行政事业性收费\t1,276.5534万元\n')
  })
})
