import { render } from 'preact'
import * as z from 'zod/mini'
import { App } from './app.tsx'
import './portal.css'

z.config({ jitless: true }) // It would try whether it may make functions of text, which the page's headers forbid.

const root = document.getElementById('portal')
if (root !== null) render(<App />, root)
