import { common } from './common.ts'
import { sync } from './sync.ts'
import { today } from './today.ts'

/** One line for each feature. */
export const zh = {
  common,
  sync,
  today,
}
