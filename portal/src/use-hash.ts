import { useLayoutEffect, useState } from 'preact/hooks'

/** The address behind `#`, as it changes. A new page begins at its top, for the eye and for the keyboard. */
export const useHash = (): string => {
  const [hash, setHash] = useState(location.hash)
  // Before the page is drawn: a change that came before anybody listened would be missed.
  useLayoutEffect(() => {
    const changed = () => {
      setHash(location.hash)
      window.scrollTo(0, 0)
      document.getElementById('content')?.focus({ preventScroll: true })
    }
    window.addEventListener('hashchange', changed)
    return () => window.removeEventListener('hashchange', changed)
  }, [])
  return hash
}
