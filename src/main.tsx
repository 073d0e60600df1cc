import { start } from '#boot/start.tsx'

// Not awaited: the files fetched later lean on this one, and would wait for it to end.
void start(document.getElementById('app')!)
