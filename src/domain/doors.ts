import { care } from './care.ts'
import { contact } from './contact.ts'
import { resident } from './resident.ts'
import { visit } from './visit.ts'

/** The kinds of the doors: who lives behind them and who knocked. */
export const doors = [resident, contact, care, visit] as const
