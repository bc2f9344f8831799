import type { UnreadableReason } from '../../shared/document/reading.ts'
import { unreadableReport } from '../../shared/report/recognise-report.ts'
import { fileReadable } from '../../shared/rules/file-readable.ts'
import { soundReport } from '../reports/sound-report.ts'
import { testRule } from './test-rule.ts'

const places = [{ part: '文件', section: null }]

const unreadable = (reason: UnreadableReason, why: string, mend: string, limit?: string) => ({
  report: unreadableReport({ unreadable: reason, format: 'docx', ...(limit !== undefined && { limit }) }),
  findings: [{ places, facts: { reason, limit: limit ?? '' } }],
  says: [`无法读取:${why}`],
  mends: [mend],
})

testRule(fileReadable, {
  agreed: ['error', 2019],
  accepts: { 'a report that could be read': soundReport() },
  rejects: {
    'a file that is not there': unreadable('not-found', '找不到这个文件', '请检查路径和文件名;文件夹请逐个指定其中的文件'),
    'an empty file': unreadable('empty', '文件是空的,没有任何文字', '请打开文件确认内容,保存后重新上传'),
    'a file of no known format': unreadable('unknown-format', '文件格式无法识别', '请用 Word 或 WPS 打开报告,另存为 docx 后重新上传'),
    'a file of a known format that is not read': unreadable(
      'other-format',
      '文件是 Word 2003 XML 格式的,不能读取',
      '请用 Word 或 WPS 打开报告,另存为 docx 后重新上传',
      'Word 2003 XML',
    ),
    'an archive': unreadable('archive', '文件是压缩包,不能确定其中哪一个是年度报告', '请解压后只上传年度报告这一个文件(docx、PDF 等)'),
    'a file in which another stands that is not read': unreadable(
      'embedded',
      '正文里插入了另一个文件,其中的内容不能读取',
      '请用 Word 打开报告,另存为 docx(插入的内容随之并入正文)后重新上传',
    ),
    'a damaged file': unreadable('damaged', '文件已损坏或不完整,无法打开', '请用 Word 或 WPS 重新打开并保存一份,确认能正常打开后重新上传'),
    'a file under a password': unreadable('encrypted', '文件设有密码,无法打开', '请取消文件的打开密码(文件 › 信息 › 保护文档)后重新上传'),
    'a file of old': unreadable('old-format', '文件是很早以前的格式,表格无法可靠读取', '请用 Word 或 WPS 打开,另存为 docx 后重新上传'),
    'a file over the limit, which is named': unreadable(
      'too-large',
      '文件过大,超过上限 25 MB',
      '请压缩或删去文件中的图片后重新上传',
      '25 MB',
    ),
    'a file of too much in it': unreadable('too-complex', '文件内容过于庞杂,超过处理上限', '请只保留年度报告本身,另存为 docx 后重新上传'),
    'the same, where the limit is known': unreadable(
      'too-complex',
      '文件内容过于庞杂,超过处理上限 200 MB',
      '请只保留年度报告本身,另存为 docx 后重新上传',
      '200 MB',
    ),
    'a scan': unreadable('scan', '文件全部是图片(扫描件),没有可读取的文字', '请上传报告的 Word 原件,不要上传扫描件或照片'),
    'a file of garbled letters': unreadable('garbled', '文件中的文字编码异常,读出来是乱码', '请上传报告的 Word 原件'),
  },
})
