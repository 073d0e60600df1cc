import { render } from 'preact'
import { App } from '#ui/App.tsx'
import { inventedApp } from './inventedApp.ts'
import { applyLooks } from './looks.ts'

const asked = new URLSearchParams(location.search)
await applyLooks(asked)
render(<App app={await inventedApp(asked)} />, document.getElementById('app')!)
