import { common } from './common.ts'
import { start } from './start.ts'
import { strip } from './strip.ts'
import { today } from './today.ts'

/** What the first screen says; it is loaded before all else. */
export const first = { common, start, strip, today }
