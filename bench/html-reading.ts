/**
 * Times the HTML reader, decoding included, against a bare pass of htmlparser2's tokenizer over the same page, in one run.
 *
 *     npx tsx bench/html-reading.ts [FILE]
 */
import { readFileSync } from 'node:fs'
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import { inflate } from '../functions/node/inflate.ts'
import { decodeText } from '../shared/readers/encoding/decode-text.ts'
import { htmlReader } from '../shared/readers/html/reader.ts'
import { READ_LIMITS } from '../shared/readers/reader.ts'
import { sideBySide } from './side-by-side.ts'

const GOAL = 4

/** A report as an office program saves it: each run of text in fonts and spans, each cell in a paragraph. */
const officePage = (): string => {
  const run = (text: string): string =>
    `<font face="Noto Serif CJK SC"><span lang="zh-CN"><font size="4" style="font-size: 16pt"><span style="font-weight: normal">${text}</span></font></span></font>`
  const paragraph = (text: string): string =>
    `<p align="justify" style="line-height: 0.39in; margin-bottom: 0in">\n${run(text)}${run(',')}${run(text)}</p>\n`
  const cell = (text: string): string =>
    `<td width="56" style="border: 1px solid #000000; padding: 0in"><p align="center">${run(text)}</p></td>\n`
  const row = (label: string): string =>
    `<tr valign="middle">\n<td colspan="3">${run(label)}</td>${Array.from({ length: 7 }, (_, column) => cell(String(column))).join('')}</tr>\n`
  const table = `<table width="100%" cellpadding="2">\n${Array.from({ length: 45 }, (_, index) => row(`第${index}行政府信息公开申请数量`)).join('')}</table>\n`
  const text = Array.from({ length: 40 }, (_, index) =>
    paragraph(`第${index}段:按照政府信息公开工作要点,全年主动公开信息&nbsp;${index}&nbsp;条`),
  ).join('')
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><style>p { margin: 0 }</style></head><body>${text}${table}${text}</body></html>`
}

const nothing = (): void => undefined
const callbacks: TokenizerCallbacks = {
  onattribdata: nothing,
  onattribend: nothing,
  onattribentity: nothing,
  onattribname: nothing,
  oncdata: nothing,
  onclosetag: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onopentagend: nothing,
  onopentagname: nothing,
  onprocessinginstruction: nothing,
  onselfclosingtag: nothing,
  ontext: nothing,
  ontextentity: nothing,
}
const tokenize = (html: string): void => {
  const tokenizer = new Tokenizer({}, callbacks)
  tokenizer.write(html)
  tokenizer.end()
}

const [file] = process.argv.slice(2)
const bytes = file === undefined ? new TextEncoder().encode(officePage()) : new Uint8Array(readFileSync(file))
const html = decodeText(bytes).text
const tools = { limits: READ_LIMITS, inflate }

const { times, ratio } = await sideBySide(
  [
    { name: 'tokenizer', run: () => tokenize(html) },
    { name: 'reader', run: () => htmlReader(bytes, tools) },
  ],
  { warmUp: 60, rounds: 300 },
)
const [tokenizing, reading] = times
const readerOverTokenizer = ratio(1, 0)
console.table({
  [file ?? `a generated page of ${Math.round(bytes.length / 1024)} KB`]: {
    'tokenizer ms': tokenizing.toFixed(2),
    'reader ms': reading.toFixed(2),
    'reader / tokenizer': readerOverTokenizer.toFixed(2),
  },
})
console.log(`goal: reader / tokenizer ≤ ${GOAL}: ${readerOverTokenizer <= GOAL ? 'reached' : 'missed'}`)
process.exitCode = readerOverTokenizer <= GOAL ? 0 : 1
