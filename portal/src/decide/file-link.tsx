import { useState } from 'preact/hooks'
import type { Api } from '../api.ts'
import { asFailure, type Failure } from '../failure.ts'
import { FailureNote } from '../failure-note.tsx'

/** Fetches the file as it was handed in: its address is asked for when it is wanted, and is good for a few minutes. */
export const FileLink = ({ api, id, fileName }: { api: Api; id: string; fileName: string }) => {
  const [failure, setFailure] = useState<Failure | null>(null)
  const fetchFile = (): void => {
    setFailure(null)
    api.fetchFile({ params: { id } }).then(
      ({ url }) => location.assign(url), // An attachment: the page stays.
      (error: unknown) => setFailure(asFailure(error)),
    )
  }
  return (
    <>
      <button type="button" class="text-button" onClick={fetchFile}>{`下载原文件“${fileName}”`}</button>
      {failure !== null && <FailureNote failure={failure} onRetry={fetchFile} />}
    </>
  )
}
