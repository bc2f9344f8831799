import { shanghaiMinute } from '../../shared/feedback/shanghai-time.ts'
import { countWords } from '../../shared/findings/severity-words.ts'
import type { SubmissionSummary } from '../../shared/http-api/submissions.ts'
import { submissionLink } from '../../shared/submission/keys.ts'
import { versionWords } from '../../shared/submission/version.ts'
import { FaultBadge, StatusBadge } from './status-badge.tsx'

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
          <th scope="col">单位</th>
          <th scope="col">年度、版本</th>
          <th scope="col">文件</th>
          <th scope="col">状态</th>
          <th scope="col">核查结果</th>
          <th scope="col">时间</th>
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
