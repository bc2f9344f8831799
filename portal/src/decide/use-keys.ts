import { useLayoutEffect, useState } from 'preact/hooks'

const OFF = 'nianbao-keys-off'

/** Whether keys without Ctrl or Alt do anything, as each person likes: who dictates, or whose hand trembles, turns them off. */
export const useKeysOn = (): readonly [boolean, (on: boolean) => void] => {
  const [on, setOn] = useState(localStorage.getItem(OFF) === null)
  const keep = (next: boolean): void => {
    if (next) localStorage.removeItem(OFF)
    else localStorage.setItem(OFF, '1')
    setOn(next)
  }
  return [on, keep]
}

/** Keys that are pressed while nobody writes; those with Ctrl, Alt or Meta are the browser's. */
export const useKeys = (on: boolean, keys: Readonly<Record<string, () => void>>): void => {
  // Before the page is drawn: a key that came before anybody listened would be lost.
  useLayoutEffect(() => {
    if (!on) return
    const pressed = (event: KeyboardEvent) => {
      const writes =
        event.target instanceof HTMLElement && event.target.closest('input:not([type=checkbox], [type=radio]), textarea, select') !== null
      const act = keys[event.key.toLowerCase()]
      if (act === undefined || writes || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [on, keys])
}
