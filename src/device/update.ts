import { Workbox } from 'workbox-window'

/** `waiting`: a new version lies ready. `takenElsewhere`: another tab took it; this one must be loaded anew soon. */
export type UpdateState = 'none' | 'waiting' | 'takenElsewhere'

export interface Updates {
  readonly state: UpdateState
  /** Only when the person says so; drafts must be kept before. The page loads anew when the new version stands. */
  take(): void
  /** Looks for a new version. Never throws: there may be no network. */
  check(): Promise<void>
  /** True only when the worker says that every file it needs is stored: then, and only then, the app opens offline. */
  readyForOffline(): Promise<boolean>
}

export interface UpdatesOn {
  /** Address of the worker's script. */
  readonly worker: string
  readonly changed: (state: UpdateState) => void
  readonly reload: () => void
}

/** What `sw.ts` answers with true or false. */
const QUESTION = { type: 'IS_STORED' }
/** How long a worker may take to answer; one that is being started from a cold disk is slow. */
const ANSWER_MS = 10_000

export function updates({ worker, changed, reload }: UpdatesOn): Updates {
  const workbox = new Workbox(worker)
  let state: UpdateState = 'none'
  let asked = false
  // Nobody serves this page yet: whoever takes it over first brings the version it already is.
  let first = navigator.serviceWorker.controller === null
  const become = (next: UpdateState) => {
    state = next
    changed(next)
  }

  workbox.addEventListener('waiting', () => become('waiting'))
  workbox.addEventListener('controlling', (event) => {
    // Loaded anew while the first worker was being installed, the page does not know it as its own: to it, it looks
    // external. One that stood in wait is another version all the same.
    const same = first && state === 'none'
    first = false
    if (asked) reload()
    else if (!same && (event.isUpdate || event.isExternal)) become('takenElsewhere')
  })
  // Not registered is not the end: everything works, but not without network, and `readyForOffline` says so.
  const registered = workbox.register().catch(() => undefined)

  return {
    get state() {
      return state
    },
    take() {
      asked = true
      if (state === 'waiting') workbox.messageSkipWaiting()
      else reload()
    },
    async check() {
      await registered
      await workbox.update().catch(() => undefined)
    },
    async readyForOffline() {
      if (!(await registered) || !navigator.serviceWorker.controller) return false
      const answer = ask(navigator.serviceWorker.controller)
      const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), ANSWER_MS))
      return Promise.race([answer, late])
    },
  }
}

function ask(worker: ServiceWorker): Promise<boolean> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      port1.close()
      resolve(data === true)
    })
    port1.start()
    worker.postMessage(QUESTION, [port2])
  })
}
