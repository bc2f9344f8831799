import { shanghaiMinute } from '../../shared/feedback/shanghai-time.ts'
import { FUNCTION_NAMES } from '../../shared/pipeline.ts'
import { wordsOf } from '../../shared/submission/lifecycle.ts'
import type { HistoryEntry } from '../../shared/submission/submission.ts'

const byWhom = (by: string): string => ((FUNCTION_NAMES as readonly string[]).includes(by) ? '系统' : by)

/** The audit trail, oldest first. */
export const HistoryList = ({ history }: { history: readonly HistoryEntry[] }) => (
  <section aria-labelledby="history">
    <h2 id="history">办理经过</h2>
    <ol class="history">
      {history.map(({ status, at, by, note }) => (
        <li key={`${status} ${at}`}>
          <time dateTime={at}>{shanghaiMinute(at)}</time> {wordsOf(status).label}
          <span class="quiet">{`(${byWhom(by)})`}</span>
          {note !== undefined && <p>{note}</p>}
        </li>
      ))}
    </ol>
  </section>
)
