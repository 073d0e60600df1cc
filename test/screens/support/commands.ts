import type { BrowserCommand } from 'vitest/node'
import { anotherServer, cut, failed } from './line.ts'

/** A finger on the glass. */
const tap: BrowserCommand<[selector: string]> = ({ iframe }, selector) => iframe.locator(selector).tap()

/** A finger on a point of the screen, whatever lies there. */
const tapAt: BrowserCommand<[x: number, y: number]> = async ({ page, frame }, x, y) => {
  const shown = await (await frame()).frameElement()
  const box = await shown.boundingBox()
  await page.touchscreen.tap((box?.x ?? 0) + x, (box?.y ?? 0) + y)
}

/** A server of its own for what follows, on a demonstration that begins at this instant. */
const freshServer: BrowserCommand<[instant: string]> = (_, instant) => anotherServer(instant)

/** Whether the server cannot be reached. */
const serverGone: BrowserCommand<[gone: boolean]> = (_, gone) => cut(gone)

/** What failed in the server since this was asked last. */
const serverFailures: BrowserCommand = () => failed()

/** The page is nobody's any more. */
const forgetCookies: BrowserCommand = ({ context }) => context.clearCookies()

export const commands = { tap, tapAt, freshServer, serverGone, serverFailures, forgetCookies }

type Rest<F> = F extends (first: never, ...rest: infer R) => infer A
  ? (...rest: R) => Promise<Awaited<A>>
  : never
type Ours = { [Name in keyof typeof commands]: Rest<(typeof commands)[Name]> }

declare module 'vitest/browser' {
  interface BrowserCommands extends Ours {}
}
