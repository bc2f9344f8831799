import { useLayoutEffect, useState } from 'preact/hooks'

const pageOf = (hash: string): string => hash.split('?', 1)[0] ?? ''

/** Changes what stands behind `#`, as a new step for Back, or in place of the present one. */
export const goTo = (hash: string, step: 'new' | 'same'): void => {
  if (step === 'new') history.pushState(null, '', hash)
  else history.replaceState(null, '', hash)
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}

/** The address behind `#`, as it changes. A new page begins at its top, for the eye and for the keyboard. */
export const useHash = (): string => {
  const [hash, setHash] = useState(location.hash)
  // Before the page is drawn: a change that came before anybody listened would be missed.
  useLayoutEffect(() => {
    let page = pageOf(location.hash)
    const changed = () => {
      setHash(location.hash)
      const before = page
      page = pageOf(location.hash)
      if (page === before) return // What a page shows changed, and the eye and the keyboard stay where they are.
      window.scrollTo(0, 0)
      document.getElementById('content')?.focus({ preventScroll: true })
    }
    window.addEventListener('hashchange', changed)
    return () => window.removeEventListener('hashchange', changed)
  }, [])
  return hash
}
