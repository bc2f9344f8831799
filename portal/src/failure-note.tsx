import type { Failure } from './failure.ts'

/** Tells a failure at once, also to a screen reader; offers to try again where that may help. */
export const FailureNote = ({ failure, onRetry }: { failure: Failure; onRetry?: (() => void) | undefined }) => (
  <div class="failure" role="alert">
    <p>
      <strong>没有完成:</strong>
      {failure.message}
    </p>
    {failure.kind === 'again' && onRetry !== undefined && (
      <button type="button" onClick={onRetry}>
        再试一次
      </button>
    )}
  </div>
)
