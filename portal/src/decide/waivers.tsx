import { useEffect, useState } from 'preact/hooks'
import { shanghaiMinute } from '../../../shared/feedback/shanghai-time.ts'
import type { ListedWaiver } from '../../../shared/http-api/findings.ts'
import type { Api } from '../api.ts'
import { asFailure, type Failure } from '../failure.ts'
import { FailureNote } from '../failure-note.tsx'
import { ColumnHeads, WideSection } from '../wide-section.tsx'

const stateOf = ({ inForce, expires, takenBack }: ListedWaiver): string => {
  if (takenBack !== undefined) return `已收回(${takenBack.by},${shanghaiMinute(takenBack.at)})`
  return inForce ? `有效,至${expires}` : `已到期(${expires})`
}

type TableProps = { readonly waivers: readonly ListedWaiver[]; readonly onTakeBack?: ((waiver: ListedWaiver) => void) | undefined }

export const WaiverTable = ({ waivers, onTakeBack }: TableProps) => (
  <WideSection label="豁免">
    <table>
      <caption>{`共${waivers.length}项,有效的在前`}</caption>
      <thead>
        <tr>
          <ColumnHeads heads={['豁免的要求', '位置', '理由', '批准人、时间', '状态', ...(onTakeBack === undefined ? [] : ['收回'])]} />
        </tr>
      </thead>
      <tbody>
        {waivers.map((waiver) => (
          <tr key={`${waiver.rule} ${waiver.place}`}>
            <td>{waiver.title}</td>
            <td>{waiver.where}</td>
            <td>{waiver.reason}</td>
            <td>{`${waiver.grantedBy},${shanghaiMinute(waiver.grantedAt)}`}</td>
            <td>{stateOf(waiver)}</td>
            {onTakeBack !== undefined && (
              <td>
                {waiver.inForce && (
                  <button type="button" class="plain-button" aria-label={`收回豁免:${waiver.where}`} onClick={() => onTakeBack(waiver)}>
                    收回
                  </button>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </WideSection>
)

type WaiversProps = { readonly api: Api; readonly agencyId: string; readonly mayTakeBack: boolean }

/** What the office lets this agency's reports have; asked for when it is wanted. */
export const Waivers = ({ api, agencyId, mayTakeBack }: WaiversProps) => {
  const [open, setOpen] = useState(false)
  const [waivers, setWaivers] = useState<readonly ListedWaiver[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [done, setDone] = useState<string | null>(null)
  const fail = (error: unknown): void => setFailure(asFailure(error))
  const load = (): Promise<void> => {
    setFailure(null)
    return api.listWaivers({ params: { id: agencyId } }).then(({ waivers: listed }) => setWaivers(listed), fail)
  }
  useEffect(() => {
    if (open) void load()
  }, [open, agencyId])
  const takeBack = ({ rule, place, where }: ListedWaiver): void => {
    setFailure(null)
    void api.takeBackWaiver({ params: { id: agencyId }, body: { rule, place } }).then(() => {
      setDone(`已收回豁免:${where}。从下一次提交起重新核查。`)
      return load()
    }, fail)
  }
  return (
    <section aria-labelledby="waivers">
      <h2 id="waivers">本单位的豁免</h2>
      <button type="button" class="plain-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? '收起' : '查看'}
      </button>
      {open && (
        <>
          <output>{done}</output>
          {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
          {waivers === null && failure === null && <p class="quiet">正在读取……</p>}
          {waivers?.length === 0 && <p class="quiet">没有豁免。</p>}
          {waivers !== null && waivers.length > 0 && <WaiverTable waivers={waivers} onTakeBack={mayTakeBack ? takeBack : undefined} />}
        </>
      )}
    </section>
  )
}
