import { useCallback, useEffect, useState } from 'preact/hooks'
import { AGENCY_KIND_WORDS } from '../../shared/form/agency-kind.ts'
import { faultOfAddress, MAIL_FAULT_WORDS } from '../../shared/submission/mail-addresses.ts'
import type { Agency } from '../../shared/submission/submission.ts'
import { AgencyImport } from './agency-import.tsx'
import type { Api } from './api.ts'
import { asFailure, type Failure } from './failure.ts'
import { FailureNote } from './failure-note.tsx'
import { rollUpLink } from './route.ts'
import { ColumnHeads } from './wide-section.tsx'

/** The addresses of an agency, each with what is wrong with it. */
const MailAddresses = ({ mail, mailFaults }: Pick<Agency, 'mail' | 'mailFaults'>) => {
  if (mail.length === 0) return <strong>没有邮箱</strong>
  return mail.map((address) => {
    const fault = faultOfAddress({ mail, ...(mailFaults && { mailFaults }) }, address)
    return (
      <div key={address}>
        {address}
        {fault !== undefined && <strong>{`(${MAIL_FAULT_WORDS[fault.kind]},不再发送)`}</strong>}
      </div>
    )
  })
}

export const AgencyTable = ({ agencies }: { agencies: readonly Agency[] }) => {
  const names = new Map(agencies.map(({ id, name }) => [id, name]))
  const superiors = new Set(agencies.map(({ parent }) => parent))
  return (
    <div class="wide">
      <table>
        <caption>{`共${agencies.length}个单位`}</caption>
        <thead>
          <tr>
            <ColumnHeads heads={['名称', '编号', '类别', '上级', '邮箱', '下级报告']} />
          </tr>
        </thead>
        <tbody>
          {agencies.map(({ id, name, aliases, kind, parent, mail, mailFaults }) => (
            <tr key={id}>
              <td>{[name, ...aliases].join('、')}</td>
              <td>{id}</td>
              <td>{kind === undefined ? '—' : AGENCY_KIND_WORDS[kind]}</td>
              <td>{parent === undefined ? '—' : (names.get(parent) ?? parent)}</td>
              <td>{<MailAddresses mail={mail} {...(mailFaults && { mailFaults })} />}</td>
              <td>{superiors.has(id) ? <a href={rollUpLink(id)}>{`汇总${name}的下级`}</a> : '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The registry of agencies, and the way to fill it. */
export const AgenciesView = ({ api }: { api: Api }) => {
  const [agencies, setAgencies] = useState<readonly Agency[] | null>(null)
  const [imported, setImported] = useState<number | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const refresh = useCallback(() => {
    setFailure(null)
    return api.listAgencies({}).then(
      ({ agencies }) => setAgencies(agencies),
      (error: unknown) => setFailure(asFailure(error)),
    )
  }, [api])
  useEffect(() => void refresh(), [refresh])
  const tell = (count: number): void => {
    setImported(count)
    void refresh()
  }
  return (
    <>
      <section aria-labelledby="agency-import">
        <h2 id="agency-import">导入单位名单</h2>
        <AgencyImport api={api} registered={agencies ?? []} onImported={tell} />
        {imported !== null && <output>{`已导入${imported}个单位。`}</output>}
      </section>
      <section aria-labelledby="agencies">
        <h2 id="agencies">登记的单位</h2>
        {failure !== null && <FailureNote failure={failure} onRetry={() => void refresh()} />}
        {agencies === null && failure === null && <output class="quiet">正在读取……</output>}
        {agencies !== null && <AgencyTable agencies={agencies} />}
      </section>
    </>
  )
}
