import './kindsAtHand.ts'
import { accountCheck } from './accountCheck.ts'
import { accountLine } from './accountLine.ts'
import { accountYear, budgetLine } from './accountYear.ts'
import { agendaItem } from './agendaItem.ts'
import { campaign } from './campaign.ts'
import { care } from './care.ts'
import { contact } from './contact.ts'
import { formMap } from './formMap.ts'
import { feeRate } from './feeRate.ts'
import { haul } from './haul.ts'
import { enter } from './kinds.ts'
import { look } from './look.ts'
import { lookup } from './lookup.ts'
import { meeting } from './meeting.ts'
import { publication } from './publication.ts'
import { reasons } from './reasons.ts'
import { recording } from './recording.ts'
import { rescue } from './rescue.ts'
import { resident } from './resident.ts'
import { resolution } from './resolution.ts'
import { imports } from './roster/import.ts'
import { topic } from './topic.ts'
import { answer, survey } from './survey.ts'
import { wasteRule } from './wasteRule.ts'
import { works } from './worksVerbs.ts'

/** All kinds there are. It enters its members; no member imports it. */
enter([
  haul,
  wasteRule,
  lookup,
  recording,
  resident,
  contact,
  care,
  reasons,
  campaign,
  look,
  publication,
  meeting,
  agendaItem,
  resolution,
  topic,
  works,
  accountLine,
  accountYear,
  budgetLine,
  accountCheck,
  feeRate,
  formMap,
  survey,
  answer,
  rescue,
  ...imports,
])

/** With all kinds in force. */
export { fold, isSealed, KINDS, lowered, SHAPES, upgraded, verbOf } from './kinds.ts'
