import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { signsOf } from '../../shared/readers/file-signs.ts'
import { FORMATS, READERS } from '../../shared/readers/registry.ts'
import { sampleReport } from '../generator/sample-report.ts'
import { ALL_FORMS, formName, writeSample } from '../generator/write-sample.ts'

const folder = import.meta.dirname
const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => readFileSync(join(folder, path), 'utf8'))

describe.each(FORMATS.map(({ format }) => format))('the format %s', (format) => {
  it('has a test that goes through the kit of readers, damage included', () => {
    const own = tests.filter((text) => text.includes(`testReader('${format}', {`))
    expect(own.filter((text) => /\breads\b/.test(text) || /\brefuses\b/.test(text))).not.toEqual([])
    expect(own.filter((text) => text.includes('damaged: {'))).not.toEqual([])
  })

  it('has a reader', async () => expect(await READERS[format]()).toBeTypeOf('function'))
})

describe('the signs of a file', () => {
  const report = sampleReport({ seed: 3 })
  const last = FORMATS.at(-1)?.format

  const forms = ALL_FORMS.filter(({ packed }) => packed !== 'zipped')

  it.each(forms.map((form) => [formName(form), form] as const))('tell one format of %s', (_, form) => {
    const signs = signsOf(writeSample(report, form))
    const told = FORMATS.filter(({ format, recognises }) => format !== last && recognises(signs)).map(({ format }) => format)
    expect(told).toEqual(form.format === last ? [] : [form.format])
  })
})
