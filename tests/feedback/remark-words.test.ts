import { describe, expect, it } from 'vitest'
import { judge } from '../../shared/assessment/judge.ts'
import { checkResult } from '../../shared/feedback/check-result.ts'
import { remarkWords } from '../../shared/feedback/remark-words.ts'
import { sampleReport } from '../generator/sample-report.ts'
import { writeSample } from '../generator/write-sample.ts'
import { readBytes } from '../report/read-sample.ts'

describe('remarks of a reader', () => {
  it('are told once each', () => {
    expect(remarkWords(['cut-off', 'text-box-read', 'cut-off'])).toEqual([
      '文件似乎不完整(结尾缺失),只读取了保存下来的部分',
      '文件中有文本框,其中的文字已按所在位置读取',
    ])
  })

  it('tell of tracked changes in a file', async () => {
    const report = await readBytes(writeSample(sampleReport({ seed: 1 }), { format: 'docx', layout: 'tracked-changes' }))
    const { remarks, verdict } = checkResult('a.docx', report, await judge(report, { context: {}, sha256: null }))
    expect({ remarks, verdict }).toEqual({ remarks: [expect.stringContaining('接受全部修订')], verdict: 'pass' })
  })
})
