import { render } from 'preact'
import { applyLooks } from './looks.ts'
import { Gallery } from './parts.tsx'

const asked = new URLSearchParams(location.search)
await applyLooks(asked)
render(<Gallery open={asked.get('open')} />, document.getElementById('app')!)
