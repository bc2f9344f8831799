import { useEffect, useState } from 'preact/hooks'
import { asFailure, type Failure } from '../failure.ts'
import { FailureNote } from '../failure-note.tsx'
import type { BoardView } from './board-view.tsx'

/** The board comes with its table when it is first opened: no clerk loads it. */
export const LazyBoard = (props: Parameters<typeof BoardView>[0]) => {
  const [View, setView] = useState<typeof BoardView | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const load = (): void => {
    setFailure(null)
    import('./board-view.tsx').then(
      (loaded) => setView(() => loaded.BoardView),
      (error: unknown) => setFailure(asFailure(error)),
    )
  }
  useEffect(load, [])
  if (failure !== null) return <FailureNote failure={failure} onRetry={load} />
  return View === null ? <output class="quiet">正在读取……</output> : <View {...props} />
}
