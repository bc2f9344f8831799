import { countBySeverity, type Verdict } from '../../../shared/assessment/verdict.ts'
import type { CheckResult } from '../../../shared/feedback/check-result.ts'
import { countWords, SEVERITY_WORDS } from '../../../shared/findings/severity-words.ts'
import { TONE_SIGNS, type Tone } from '../../../shared/submission/status-words.ts'
import { FindingList } from '../finding-list.tsx'
import { SumsAdvice } from '../finding-notes.tsx'
import type { Precheck } from './use-precheck.ts'

const VERDICT_WORDS: Record<Verdict, { readonly label: string; readonly meaning: string; readonly tone: Tone }> = {
  pass: { label: '预检通过', meaning: `没有发现${SEVERITY_WORDS.error.demand}的问题。`, tone: 'good' },
  fail: { label: '预检未通过', meaning: '建议先按下面的提示改正,再重新选择文件。', tone: 'bad' },
  unreadable: { label: '读不出内容', meaning: '建议先按下面的提示处理,再重新选择文件。', tone: 'bad' },
}

const NOT_TOLD = '没有认出'

const VerdictLine = ({ verdict, findings }: CheckResult) => {
  const { label, meaning, tone } = VERDICT_WORDS[verdict]
  const found = verdict === 'unreadable' ? '' : countWords(countBySeverity(findings))
  return (
    <output class="status">
      <span class={`badge ${tone}`}>
        <span aria-hidden="true">{TONE_SIGNS[tone]}</span> {label}
      </span>
      {` ${found === '' ? '' : `${found}。`}${meaning}`}
    </output>
  )
}

const Result = ({ result }: { result: CheckResult }) => (
  <>
    <VerdictLine {...result} />
    <p class="quiet">预检在您的浏览器中进行,不上传文件。不论结果如何都可以提交;提交后系统还会与上年报告等比对,以系统的核查结果为准。</p>
    {result.verdict !== 'unreadable' && (
      <dl>
        <div>
          <dt>标题</dt>
          <dd>{result.title ?? NOT_TOLD}</dd>
        </div>
        <div>
          <dt>单位</dt>
          <dd>{result.agency ?? NOT_TOLD}</dd>
        </div>
        <div>
          <dt>年度</dt>
          <dd>{result.year === null ? NOT_TOLD : `${result.year}年`}</dd>
        </div>
      </dl>
    )}
    <SumsAdvice detail={result} />
    <FindingList findings={result.findings} />
  </>
)

/** What the browser finds in a file before it is handed in. It is advice: it stops nobody from handing the file in. */
export const PrecheckSection = ({ precheck }: { precheck: Precheck }) => (
  <section aria-labelledby="precheck">
    <h2 id="precheck">提交前预检</h2>
    {precheck === 'running' && <output class="quiet">正在预检……</output>}
    {precheck === 'failed' && <output class="quiet">浏览器没能完成预检。这不影响提交,提交后由系统核查。</output>}
    {typeof precheck === 'object' && <Result result={precheck} />}
  </section>
)
