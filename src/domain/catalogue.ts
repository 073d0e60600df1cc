import './kindsAtHand.ts'
import { accountCheck } from './money/accountCheck.ts'
import { accountLine } from './money/accountLine.ts'
import { accountYear, budgetLine } from './money/accountYear.ts'
import { agendaItem } from './council/agendaItem.ts'
import { campaign } from './bins/campaign.ts'
import { care } from './doors/careVerbs.ts'
import { contact } from './doors/contact.ts'
import { councilMark } from './council/councilMark.ts'
import { exportRequest } from './exportRequest.ts'
import { formMap } from './formMap.ts'
import { firmLink } from './ledger/firmLink.ts'
import { firmWord } from './ledger/firmWord.ts'
import { feeRate } from './money/feeRate.ts'
import { haul } from './bins/haul.ts'
import { crew } from './ledger/crew.ts'
import { enter } from './kinds.ts'
import { look } from './look.ts'
import { lookup } from './lookup.ts'
import { meeting } from './council/meeting.ts'
import { publication } from './wall/publication.ts'
import { held } from './heldVerbs.ts'
import { member } from './memberVerbs.ts'
import { place } from './placeVerbs.ts'
import { reasons } from './reasonsVerbs.ts'
import { recording } from './bins/recording.ts'
import { rescue } from './rescue.ts'
import { resident } from './doors/residentVerbs.ts'
import { settings } from './settingsVerbs.ts'
import { resolution } from './council/resolution.ts'
import { imports } from './roster/import.ts'
import { topic } from './council/topic.ts'
import { answer, survey } from './survey/survey.ts'
import { wasteRule } from './bins/wasteRule.ts'
import { works } from './ledger/worksVerbs.ts'

/** All kinds there are. It enters its members; no member imports it. */
enter([
  place,
  settings,
  member,
  held,
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
  exportRequest,
  publication,
  meeting,
  agendaItem,
  resolution,
  topic,
  councilMark,
  works,
  crew,
  firmLink,
  firmWord,
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
