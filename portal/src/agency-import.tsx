import { useState } from 'preact/hooks'
import { READ_LIMITS } from '../../shared/readers/reader.ts'
import { AGENCY_LIST_HEADS, type AgencyList, readAgencyList } from '../../shared/submission/agency-list.ts'
import type { Agency } from '../../shared/submission/submission.ts'
import { inflate } from '../inflate.ts'
import type { Api } from './api.ts'
import { asFailure, Failure } from './failure.ts'
import { FailureNote } from './failure-note.tsx'

type Chosen = AgencyList & { readonly rows: readonly (readonly string[])[] }

/** The list in a file, judged by the rules that the service holds it to. The readers are loaded when a file is chosen. */
const readList = async (file: File, registered: readonly Agency[]): Promise<Chosen> => {
  const { readAgencyFile } = await import('../../shared/submission/agency-file.ts')
  const read = await readAgencyFile(new Uint8Array(await file.arrayBuffer()), { inflate, limits: READ_LIMITS })
  if ('refused' in read) throw new Failure('refused', read.refused)
  return { rows: read.rows, ...readAgencyList(read.rows, registered) }
}

export const ListFaults = ({ faults }: Pick<AgencyList, 'faults'>) => (
  <div class="failure" role="alert">
    <p>
      <strong>{`名单有${faults.length}处错误,不能导入:`}</strong>
    </p>
    <ul>
      {faults.map(({ row, words }) => (
        <li key={`${row} ${words}`}>{`第${row}行:${words}`}</li>
      ))}
    </ul>
  </div>
)

type ImportProps = { readonly api: Api; readonly registered: readonly Agency[]; readonly onImported: (count: number) => void }

/** Choose a list of agencies, see what is wrong with it, and import it. */
export const AgencyImport = ({ api, registered, onImported }: ImportProps) => {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setFailure(null)
    setBusy(true)
    await work().catch((error: unknown) => setFailure(asFailure(error)))
    setBusy(false)
  }
  const choose = (file: File | undefined): Promise<void> =>
    attempt(async () => {
      setChosen(null)
      if (file !== undefined) setChosen(await readList(file, registered))
    })
  const send = (): Promise<void> =>
    attempt(async () => {
      if (chosen === null) throw new Failure('refused', '还没有选择单位名单。')
      onImported((await api.importAgencies({ body: { rows: chosen.rows } })).imported)
      setChosen(null)
    })

  const ready = chosen !== null && chosen.faults.length === 0
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <p>
        <label for="agency-list">单位名单</label>
        <input
          id="agency-list"
          type="file"
          accept=".xlsx,.xls,.csv"
          aria-describedby="agency-list-hint"
          disabled={busy}
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
        />
      </p>
      <p id="agency-list-hint" class="quiet">
        {`Excel 或 CSV,表头为${Object.values(AGENCY_LIST_HEADS).join('、')},前两列必有。编号相同的单位按名单更新,名单中没有的列保持不变。`}
      </p>
      {chosen !== null && chosen.faults.length > 0 && <ListFaults faults={chosen.faults} />}
      {ready && <output>{`名单有${chosen.agencies.length}个单位,没有错误。`}</output>}
      <button type="submit" disabled={busy || !ready}>
        导入
      </button>
      {failure !== null && <FailureNote failure={failure} />}
    </form>
  )
}
