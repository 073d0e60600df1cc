import { common } from './common.ts'
import { start } from './start.ts'
import { sync } from './sync.ts'
import { today } from './today.ts'

/** What the first screen says; it is loaded before all else. */
export const first = { common, start, sync, today }
