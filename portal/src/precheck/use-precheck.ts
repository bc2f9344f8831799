import { useEffect, useState } from 'preact/hooks'
import type { CheckResult } from '../../../shared/feedback/check-result.ts'
import { checkInWorker } from './check-in-worker.ts'

/** How far the check of a chosen file is; `failed` where the check itself did not work, which says nothing of the file. */
export type Precheck = 'running' | 'failed' | CheckResult

/** Checks the chosen file, anew for another file or year; null while none is chosen. */
export const usePrecheck = (file: File | null, year: number): Precheck | null => {
  const [precheck, setPrecheck] = useState<Precheck | null>(null)
  useEffect(() => {
    setPrecheck(file === null ? null : 'running')
    if (file === null) return
    const left = new AbortController()
    checkInWorker({ file, year, maps: new URL('cmaps/', document.baseURI).href }, left.signal).then(setPrecheck, () =>
      setPrecheck('failed'),
    )
    return () => left.abort()
  }, [file, year])
  return precheck
}
