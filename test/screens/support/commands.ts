import type { BrowserCommand } from 'vitest/node'

/** A finger on the glass. */
const tap: BrowserCommand<[selector: string]> = ({ iframe }, selector) => iframe.locator(selector).tap()

/** A finger on a point of the screen, whatever lies there. */
const tapAt: BrowserCommand<[x: number, y: number]> = async ({ page, frame }, x, y) => {
  const shown = await (await frame()).frameElement()
  const box = await shown.boundingBox()
  await page.touchscreen.tap((box?.x ?? 0) + x, (box?.y ?? 0) + y)
}

export const commands = { tap, tapAt }

type Rest<F> = F extends (first: never, ...rest: infer R) => infer A ? (...rest: R) => A : never
type Ours = { [Name in keyof typeof commands]: Rest<(typeof commands)[Name]> }

declare module 'vitest/browser' {
  interface BrowserCommands extends Ours {}
}
