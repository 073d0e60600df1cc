/** Path of a Chromium on this machine, or undefined. */
export function chromiumPath(): Promise<string | undefined>

/** Path of a strace that may trace, got where it can be; undefined where it cannot. */
export function stracePath(): string | undefined
