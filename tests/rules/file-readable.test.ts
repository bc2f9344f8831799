import { unreadableReport } from '../../shared/report/recognise-report.ts'
import { fileReadable } from '../../shared/rules/file-readable.ts'
import { soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const places = [{ part: '文件', section: null }]

testRule(fileReadable, {
  accepts: { 'a report that could be read': soundReport() },
  rejects: {
    'a file under a password': {
      report: unreadableReport({ unreadable: 'encrypted', format: 'docx' }),
      findings: [{ places, facts: { reason: 'encrypted', limit: '' } }],
      says: ['无法读取:文件设有密码,无法打开'],
    },
    'a file over the limit, which is named': {
      report: unreadableReport({ unreadable: 'too-large', format: null, limit: '25 MB' }),
      findings: [{ places, facts: { reason: 'too-large', limit: '25 MB' } }],
      says: ['无法读取:文件过大,超过上限 25 MB'],
    },
    'a scan': {
      report: unreadableReport({ unreadable: 'scan', format: 'pdf' }),
      findings: [{ places, facts: { reason: 'scan', limit: '' } }],
      says: ['无法读取:文件全部是图片(扫描件),没有可读取的文字'],
    },
  },
})
