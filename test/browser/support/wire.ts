import { createServer, connect, type Server, type Socket } from 'node:net'
import { once } from 'node:events'

/** The line between browsers and server. Cut, nobody gets through and running talks break off; the address stays. */
export class Wire {
  readonly port: number
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  /** Hears what goes up. */
  hear: ((bytes: Buffer) => void) | undefined
  #cut = false
  #stalled = false
  /** Bytes that still go up before the line breaks by itself. */
  #left = Infinity

  private constructor(server: Server, port: number) {
    this.#server = server
    this.port = port
  }

  static async lay(port: number, serverPort: number): Promise<Wire> {
    // Without delay: two small parcels of one answer would wait 40 ms for each other, and an app has hundreds of answers.
    const server = createServer({ noDelay: true })
    const wire = new Wire(server, port)
    server.on('connection', (near) => wire.#carry(near, serverPort))
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return wire
  }

  get origin(): string {
    return `http://localhost:${this.port}`
  }

  get isCut(): boolean {
    return this.#cut
  }

  cut(): void {
    this.#cut = true
    for (const socket of this.#sockets) socket.destroy()
  }

  /** Half open: the line takes what is said and carries nothing, until it is mended. */
  stall(): void {
    this.#cut = false
    this.#stalled = true
  }

  mend(): void {
    this.#cut = false
    this.#stalled = false
    this.#left = Infinity
  }

  /** Breaks in the middle of what goes up next. */
  breakAfter(bytes: number): void {
    this.#left = bytes
  }

  async take(): Promise<void> {
    this.cut()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #carry(near: Socket, serverPort: number): void {
    if (this.#cut) return void near.destroy()
    const far = connect({ port: serverPort, host: '127.0.0.1', noDelay: true })
    for (const socket of [near, far]) {
      this.#sockets.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        this.#sockets.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.on('data', (bytes) => {
      if (this.#stalled) return
      this.hear?.(bytes)
      this.#left -= bytes.length
      if (this.#left < 0) this.cut()
      else far.write(bytes)
    })
    far.on('data', (bytes) => near.write(bytes))
  }
}
