import type { Failure } from './failure.ts'
import { useHere } from './sign-in/use-session.tsx'

/** Tells a failure at once, also to a screen reader; offers to try again, or to sign in, where that may help. */
export const FailureNote = ({ failure, onRetry }: { failure: Failure; onRetry?: (() => void) | undefined }) => {
  const here = useHere()
  return (
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
      {failure.kind === 'session' && here !== null && (
        <button type="button" onClick={() => void here.signIn()}>
          重新登录
        </button>
      )}
    </div>
  )
}
