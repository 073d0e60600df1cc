/** Carries a request to the server, whatever lies between. */
export type Reach = (path: string, init: RequestInit) => Promise<Response>

/** The way between one device and the server, with everything a way in a basement does. */
export interface CutWire {
  /** As a browser's fetch: throws where nothing came back. */
  readonly send: Reach
  cut(): void
  /** Lets so many more requests through, both ways, then cuts. */
  cutAfter(requests: number): void
  mend(): void
  /** Messages wait from now on; `letGo` lets them on, in order. */
  hold(): void
  letGo(): void
  /** The next requests arrive; their replies do not come back. */
  loseReplies(count: number): void
  /** The next requests arrive twice at the same moment. */
  double(count: number): void
  /** The next request with bytes breaks off behind so many of them. */
  breakAfter(bytes: number): void
  /** Somebody else answers the next request: a captive portal, a proxy. */
  answerInstead(status: number, text: string): void
  /** Everything that came back to the device, as text. */
  readonly heard: readonly string[]
  /** Everything the device said, as text. */
  readonly said: readonly string[]
}

export function aCutWire(reach: Reach): CutWire {
  const heard: string[] = []
  const said: string[] = []
  const instead: Response[] = []
  let left = Infinity
  let losing = 0
  let doubling = 0
  let breaking: number | undefined
  let gate: { readonly passed: Promise<void>; open(): void } | undefined
  const gone = () => new TypeError('failed to fetch')

  return {
    async send(path, init) {
      await gate?.passed
      if (left <= 0) throw gone()
      left -= 1
      const other = instead.shift()
      if (other) return other
      if (typeof init.body === 'string') said.push(init.body)
      if (breaking !== undefined && init.body instanceof Uint8Array) {
        const body = brokenOff(init.body.subarray(0, breaking))
        breaking = undefined
        await reach(path, { ...init, body, duplex: 'half' } as RequestInit).catch(() => undefined)
        throw gone()
      }
      const twice = doubling > 0
      if (twice) doubling -= 1
      const [answer] = await Promise.all([reach(path, init), ...(twice ? [reach(path, init)] : [])])
      if (losing > 0) {
        losing -= 1
        throw gone()
      }
      heard.push(await answer.clone().text())
      return answer
    },
    cut: () => {
      left = 0
    },
    cutAfter: (requests) => {
      left = requests
    },
    mend: () => {
      left = Infinity
    },
    hold() {
      let open = () => {}
      const passed = new Promise<void>((resolve) => (open = resolve))
      gate = { passed, open }
    },
    letGo() {
      gate?.open()
      gate = undefined
    },
    loseReplies: (count) => {
      losing = count
    },
    double: (count) => {
      doubling = count
    },
    breakAfter: (bytes) => {
      breaking = bytes
    },
    answerInstead: (status, text) => void instead.push(new Response(text, { status })),
    heard,
    said,
  }
}

/** No end, an error; the bytes before it have arrived. */
function brokenOff(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let sent = false
  return new ReadableStream({
    async pull(controller) {
      if (!sent) {
        sent = true
        return controller.enqueue(bytes)
      }
      // The server writes what came before it hears that nothing more comes.
      await new Promise((resolve) => setTimeout(resolve, 20))
      controller.error(new Error('broken off'))
    },
  })
}
