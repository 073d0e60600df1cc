import type { Bug } from './bug.ts'
import { BINS } from './bugs/bins.ts'
import { BAGS } from './bugs/bags.ts'
import { DISCRETION } from './bugs/discretion.ts'
import { DOMAIN } from './bugs/domain.ts'
import { DOOR_WEEK } from './bugs/doorWeek.ts'
import { FIGURES } from './bugs/figures.ts'
import { FORGOTTEN } from './bugs/forgotten.ts'
import { HANDED_OVER } from './bugs/handedOver.ts'
import { HAND_OVER } from './bugs/handOver.ts'
import { HOUSEHOLD } from './bugs/household.ts'
import { LOCKED } from './bugs/locked.ts'
import { LOG } from './bugs/log.ts'
import { ONE_MATTER } from './bugs/oneMatter.ts'
import { PLAN } from './bugs/plan.ts'
import { REPORT } from './bugs/report.ts'
import { ROSTER } from './bugs/roster.ts'
import { SAID } from './bugs/said.ts'
import { SERVER } from './bugs/server.ts'
import { STORE } from './bugs/store.ts'
import { SYNC } from './bugs/sync.ts'
import { TOGETHER } from './bugs/together.ts'
import { TO_FIX } from './bugs/toFix.ts'
import { ROUNDS_AT_DOORS } from './bugs/visits.ts'

export const BUGS: readonly Bug[] = [
  ...STORE,
  ...SYNC,
  ...SERVER,
  ...LOG,
  ...PLAN,
  ...DOMAIN,
  ...BINS,
  ...BAGS,
  ...HAND_OVER,
  ...HOUSEHOLD,
  ...HANDED_OVER,
  ...DOOR_WEEK,
  ...TO_FIX,
  ...ROUNDS_AT_DOORS,
  ...SAID,
  ...REPORT,
  ...ROSTER,
  ...DISCRETION,
  ...TOGETHER,
  ...ONE_MATTER,
  ...LOCKED,
  ...FORGOTTEN,
  ...FIGURES,
]
