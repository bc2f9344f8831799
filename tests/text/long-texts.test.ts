import { expect, it } from 'vitest'
import { checkReport } from '../../shared/assessment/check-report.ts'
import { withCpuTime } from '../cpu-time.ts'
import { section, soundReport } from '../reports/sound-report.ts'

const LENGTH = 60_000
const pieces = [
  '1',
  '一',
  '×',
  '□',
  '为',
  '的',
  '收到',
  '13800138000 ',
  '收到申请1件',
  '未收到政府信息公开申请,',
  '2023年,我局',
  '(请',
  '统计期限',
  '行政复议',
]

it.each(pieces)('a paragraph of nothing but “%s” takes no time', async (piece) => {
  const text = piece.repeat(LENGTH / piece.length)
  const report = soundReport({ sections: ([1, 3, 4, 5, 6] as const).map((number) => section(number, [text])) })
  const { milliseconds } = await withCpuTime(() => checkReport(report, { receivedAt: '2025-01-01T00:00:00Z' }))
  expect(milliseconds).toBeLessThan(4000)
})
