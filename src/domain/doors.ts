import { campaign } from './campaign.ts'
import { care } from './care.ts'
import { contact } from './contact.ts'
import { look } from './look.ts'
import { reasons } from './reasons.ts'
import { resident } from './resident.ts'
import { visit } from './visit.ts'

/** The kinds of the doors: who lives behind them, who knocked and why, and who looked at what names them. */
export const doors = [resident, contact, care, reasons, visit, campaign, look] as const
