import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** Where the next connection breaks: behind so many bytes of what is asked, or of what is answered. */
export interface Cut {
  readonly side: 'request' | 'reply'
  readonly after: number
  /** By a reset, else by an end: a tunnel and a switched-off hotspot are not the same to either side. */
  readonly reset: boolean
}

export interface CuttingWay {
  readonly port: number
  /** The way is whole until it is told to break; a cut strikes once. */
  arm(cut: Cut | undefined): void
  /** Whether the armed cut has struck. */
  struck(): boolean
  /** Bytes that went to the server through the way so far. */
  readonly sent: number
  close(): void
}

/** A way over loopback to a server's port that can break at any byte, in either direction. */
export async function aCuttingWay(to: number): Promise<CuttingWay> {
  let armed: Cut | undefined
  let hit = false
  let sent = 0
  const open = new Set<Socket>()

  const server = createServer((device) => {
    const office = connect(to, '127.0.0.1')
    const ends = [device, office]
    for (const end of ends) {
      open.add(end)
      end.setNoDelay(true)
      end.on('error', () => undefined)
      end.on('close', () => open.delete(end))
    }
    const breaks = (cut: Cut) => {
      armed = undefined
      hit = true
      for (const end of ends) {
        if (cut.reset) end.resetAndDestroy()
        else end.destroy()
      }
    }
    const carry = (side: Cut['side'], from: Socket, into: Socket) => {
      let passed = 0
      from.on('data', (chunk: Buffer) => {
        const cut = armed?.side === side ? armed : undefined
        const rest = cut ? cut.after - passed : Infinity
        passed += chunk.length
        if (side === 'request') sent += Math.min(rest, chunk.length)
        if (!cut || chunk.length < rest) return void into.write(chunk)
        // What lies before the cut arrives; the other side is told only when it is out.
        into.write(chunk.subarray(0, rest), () => breaks(cut))
      })
      from.on('end', () => into.end())
    }
    carry('request', device, office)
    carry('reply', office, device)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    arm: (cut) => {
      armed = cut
      hit = false
    },
    struck: () => hit,
    get sent() {
      return sent
    },
    close() {
      for (const end of open) end.destroy()
      server.close()
    },
  }
}
