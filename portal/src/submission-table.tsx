import { shanghaiMinute } from '../../shared/feedback/shanghai-time.ts'
import { countWords } from '../../shared/findings/severity-words.ts'
import type { SubmissionSummary } from '../../shared/http-api/submissions.ts'
import { submissionLink } from '../../shared/submission/keys.ts'
import { versionWords } from '../../shared/submission/version.ts'
import { FaultBadge, StatusBadge } from './status-badge.tsx'
import { ColumnHeads } from './wide-section.tsx'

/** What was found, in words; a dash before anything was checked. */
export const foundWords = ({ counts, verdict }: Pick<SubmissionSummary, 'counts' | 'verdict'>): string => {
  if (verdict === 'unreadable') return '未核查'
  return counts === undefined ? '—' : countWords(counts) || '没有问题'
}

export const SubmissionTable = ({ caption, submissions }: { caption: string; submissions: readonly SubmissionSummary[] }) => (
  <div class="wide">
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <ColumnHeads heads={['单位', '年度、版本', '文件', '状态', '核查结果', '时间']} />
        </tr>
      </thead>
      <tbody>
        {submissions.map((submission) => (
          <tr key={submission.id}>
            <td>{submission.agencyName}</td>
            <td>{`${submission.year}年 ${versionWords(submission)}`}</td>
            <td>
              <a href={submissionLink(submission.id)}>{submission.fileName}</a>
            </td>
            <td>
              <StatusBadge status={submission.status} />
              {submission.systemFault && <FaultBadge />}
            </td>
            <td>{foundWords(submission)}</td>
            <td>{shanghaiMinute(submission.since)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
