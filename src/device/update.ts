import { Workbox } from 'workbox-window'

/** `waiting`: a new version lies ready. `takenElsewhere`: another tab took it; this one must be loaded anew soon. */
export type UpdateState = 'none' | 'waiting' | 'takenElsewhere'

export interface Updates {
  readonly state: UpdateState
  /** Only when the person says so; drafts must be kept before. The page loads anew when the new version stands. */
  take(): void
  /** Looks for a new version. Never throws: there may be no network. */
  check(): Promise<void>
  /**
   * True only when the worker says that every file it needs is stored: then, and only then, the app opens offline. Where its
   * files could not be fetched, each question begins with them again.
   */
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
/** What it answers by serving every page there is. */
const CLAIM = { type: 'CLAIM' }
/** How long a worker may take to answer; one that is being started from a cold disk is slow. */
const ANSWER_MS = 10_000
/** After so long it is asked anew. */
const LOST_MS = 60_000

export function updates({ worker, changed, reload }: UpdatesOn): Updates {
  const workbox = new Workbox(worker)
  let state: UpdateState = 'none'
  let asked = false
  let asking:
    | { readonly of: ServiceWorker; readonly since: number; readonly answer: Promise<boolean> }
    | undefined
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
  const register = () => workbox.register().catch(() => undefined)
  let registered = register()

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
      await registered
      const { controller } = navigator.serviceWorker
      if (!controller) {
        const there = await navigator.serviceWorker.getRegistration()
        // One whose files did not all come is forgotten by the browser.
        if (!there) registered = register()
        // It stood up while this page was on its way, and took over only those that had arrived; or the page was loaded past it.
        else if (!there.waiting) there.active?.postMessage(CLAIM)
        return false
      }
      const since = performance.now()
      // Asked once, and heard also when it is late; of a worker that fell with the question in hand nothing is heard any more.
      if (asking?.of !== controller || since - asking.since > LOST_MS)
        asking = { of: controller, since, answer: ask(controller) }
      const { answer } = asking
      void answer.then(() => (asking = undefined))
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
