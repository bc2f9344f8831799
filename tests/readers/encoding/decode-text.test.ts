import { describe, expect, it } from 'vitest'
import { decodeText, isGarbled } from '../../../shared/readers/encoding/decode-text.ts'
import { joinBytes, toGb18030, toUtf8, toUtf16 } from './chinese-bytes.ts'

const TEXT = '青山县水务局2024年政府信息公开工作年度报告\n一、总体情况\n行政许可 | 51 | ||\n'
/** 㐀 is in GB18030 and not in GBK. */
const RARE = `${TEXT}某㐀镇\n`

describe('decodeText', () => {
  const cases: Record<string, { bytes: Uint8Array; declared?: string[]; text?: string; encoding: string }> = {
    'UTF-8': { bytes: toUtf8(TEXT), encoding: 'utf-8' },
    'UTF-8 with a mark': { bytes: toUtf8(`\ufeff${TEXT}`), encoding: 'utf-8' },
    'UTF-8 declared as gb2312': { bytes: toUtf8(TEXT), declared: ['gb2312'], encoding: 'utf-8' },
    'GBK that says nothing': { bytes: toGb18030(TEXT), encoding: 'gb18030' },
    'GBK declared as utf-8': { bytes: toGb18030(TEXT), declared: ['utf-8'], encoding: 'gb18030' },
    'GBK declared as iso-8859-1': { bytes: toGb18030(TEXT), declared: ['iso-8859-1'], encoding: 'gb18030' },
    'GBK declared as what does not exist': { bytes: toGb18030(TEXT), declared: ['x-none'], encoding: 'gb18030' },
    'gb2312 with characters of GB18030': { bytes: toGb18030(RARE), declared: ['gb2312'], text: RARE, encoding: 'gb18030' },
    'UTF-16LE with a mark': { bytes: toUtf16(TEXT, 'little', true), encoding: 'utf-16le' },
    'UTF-16BE with a mark': { bytes: toUtf16(TEXT, 'big', true), encoding: 'utf-16be' },
    'UTF-16LE without a mark': { bytes: toUtf16(TEXT, 'little', false), encoding: 'utf-16le' },
    'UTF-16BE without a mark': { bytes: toUtf16(TEXT, 'big', false), encoding: 'utf-16be' },
    'UTF-8 declared as utf-16': { bytes: toUtf8(TEXT), declared: ['utf-16'], encoding: 'utf-8' },
    'Windows-1252, declared': {
      bytes: Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x20),
      declared: ['windows-1252'],
      text: 'café ',
      encoding: 'windows-1252',
    },
    'Big5, declared': { bytes: Uint8Array.of(0xac, 0x46, 0xa9, 0xb2), declared: ['big5'], text: '政府', encoding: 'big5' },
    'nothing at all': { bytes: new Uint8Array(), text: '', encoding: 'utf-8' },
  }
  for (const [name, { bytes, declared, text = TEXT, encoding }] of Object.entries(cases))
    it(`decodes ${name}`, () => expect(decodeText(bytes, () => declared ?? [])).toEqual({ text, encoding, lost: 0, damage: 0 }))

  it('keeps UTF-8 where a character is cut off, which GB18030 would read as other Han', () => {
    const cut = decodeText(toUtf8(TEXT.trimEnd().repeat(3)).slice(0, -20))
    expect(cut.encoding).toBe('utf-8')
    expect(cut.text).toContain('总体情况')
    expect(cut.lost).toBeLessThanOrEqual(1)
  })

  it('keeps GB18030 where single bytes are broken', () => {
    const decoded = decodeText(joinBytes(toGb18030(TEXT), Uint8Array.of(0xff), toGb18030(TEXT)), () => ['utf-8'])
    expect(decoded).toMatchObject({ encoding: 'gb18030', lost: 1 })
    expect(isGarbled(decoded)).toBe(false)
  })

  it('calls garbled what no encoding fits', () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, index) => 0x80 + ((index * 73 + (index >> 3) * 31) % 0x80))
    noise.fill(0xff, 0, 1000)
    expect(isGarbled(decodeText(noise))).toBe(true)
  })
})
