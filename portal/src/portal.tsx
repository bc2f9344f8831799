import { render } from 'preact'
import * as z from 'zod/mini'
import { App } from './app.tsx'

z.config({ jitless: true }) // It would try whether it may make functions of text, which the page's headers forbid.

/** Opens the portal in an element of the page. */
export const openPortal = (root: HTMLElement): void => render(<App />, root)
