import type { Bug } from './bug.ts'
import { BINS } from './bugs/bins.ts'
import { BAGS } from './bugs/bags.ts'
import { DOMAIN } from './bugs/domain.ts'
import { LOG } from './bugs/log.ts'
import { SERVER } from './bugs/server.ts'
import { STORE } from './bugs/store.ts'
import { SYNC } from './bugs/sync.ts'
import { TO_FIX } from './bugs/toFix.ts'

export const BUGS: readonly Bug[] = [
  ...STORE,
  ...SYNC,
  ...SERVER,
  ...LOG,
  ...DOMAIN,
  ...BINS,
  ...BAGS,
  ...TO_FIX,
]
