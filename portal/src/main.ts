import { bringInMissing } from './old-browser.ts'
import './portal.css'

const root = document.getElementById('portal')
await bringInMissing()
// Loaded after what is missing, since modules call functions as they load.
const { openPortal } = await import('./portal.tsx')
if (root !== null) openPortal(root)
