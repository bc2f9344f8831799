import type { SubmissionDetail } from '../../../shared/http-api/submissions.ts'

/** What an approval makes public of a submission, and what stays here. */
export const publicityOf = ({
  findings,
  remarks,
  agencyName,
  version,
}: Pick<SubmissionDetail, 'findings' | 'remarks' | 'agencyName' | 'version'>) => {
  const explained = findings.filter(({ severity, explanation }) => severity === 'warning' && explanation !== null).length
  const waived = findings.filter(({ waiver }) => waiver !== undefined).length
  return {
    open: [
      '报告全文和三张表(网页,以及可下载的数据)',
      `发布机构(${agencyName})、发布日期和版本号${version === undefined ? '' : `(第${version}版)`}`,
      ...(explained === 0 ? [] : [`单位对${explained}处“请核对”的说明,不含说明人姓名`]),
      ...(waived === 0 ? [] : [`已豁免的${waived}处错误、豁免的理由和期限`]),
      ...(findings.length === 0 ? [] : [`全部${findings.length}条核查意见(在供程序读取的数据文件里)`]),
      ...(remarks.length === 0 ? [] : ['读取说明(在供程序读取的数据文件里)']),
    ],
    kept: ['原文件,包括其中的批注、修订痕迹、隐藏内容和作者信息', '填报人员、审核人员的姓名,办理经过', '退回的审核意见,此前没有发布的版本'],
  }
}

const Points = ({ id, head, points }: { id: string; head: string; points: readonly string[] }) => (
  <div>
    <p id={id}>
      <strong>{head}</strong>
    </p>
    <ul aria-labelledby={id}>
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  </div>
)

/** Says it in a sentence, and point by point to who asks. */
export const PublicNote = ({ detail }: { detail: SubmissionDetail }) => {
  const { open, kept } = publicityOf(detail)
  const found = detail.findings.length
  return (
    <details class="publicity">
      <summary>{`同意后公开:报告全文、三张表${found === 0 ? '' : `、${found}条核查意见`}。不公开:原文件、人员姓名、审核意见。`}</summary>
      <div class="two">
        <Points id="made-public" head="同意后公开" points={open} />
        <Points id="not-public" head="不公开" points={kept} />
      </div>
    </details>
  )
}
