import { accounts } from './accounts.ts'
import { atCouncil } from './atCouncil.ts'
import { backups } from './backups.ts'
import { bags } from './bags.ts'
import { bins } from './bins.ts'
import { boards } from './boards.ts'
import { cards } from './cards.ts'
import { checks } from './checks.ts'
import { common } from './common.ts'
import { compounds } from './compounds.ts'
import { council } from './council.ts'
import { crews } from './crews.ts'
import { demo } from './demo.ts'
import { doorWeek } from './doorWeek.ts'
import { diary, digest } from './digest.ts'
import { discretion } from './discretion.ts'
import { doorPaper } from './doorPaper.ts'
import { doors } from './doors.ts'
import { danger } from './danger.ts'
import { exports } from './exports.ts'
import { feedback } from './feedback.ts'
import { firmLink } from './firmLink.ts'
import { handedOver } from './handedOver.ts'
import { hauls } from './hauls.ts'
import { heardWhen } from './heardWhen.ts'
import { held } from './held.ts'
import { household } from './household.ts'
import { incident } from './incident.ts'
import { install } from './install.ts'
import { join } from './join.ts'
import { lock } from './lock.ts'
import { month } from './month.ts'
import { notice } from './notice.ts'
import { officeDay } from './officeDay.ts'
import { ledger } from './ledger.ts'
import { lost } from './lost.ts'
import { organisation } from './organisation.ts'
import { paper } from './paper.ts'
import { papers } from './papers.ts'
import { people } from './people.ts'
import { photo } from './photo.ts'
import { plan } from './plan.ts'
import { rescue } from './rescue.ts'
import { rights } from './rights.ts'
import { roster } from './roster.ts'
import { rounds } from './rounds.ts'
import { setup } from './setup.ts'
import { sheets } from './sheets.ts'
import { shift } from './shift.ts'
import { start } from './start.ts'
import { strip } from './strip.ts'
import { subject } from './subject.ts'
import { survey } from './survey.ts'
import { sync } from './sync.ts'
import { today } from './today.ts'
import { trace } from './trace.ts'
import { tray } from './tray.ts'
import { voices } from './voices.ts'
import { wall } from './wall.ts'
import { whichBin } from './whichBin.ts'
import { works } from './works.ts'

/** One line for each feature. */
export const zh = {
  accounts,
  atCouncil,
  backups,
  bags,
  bins,
  boards,
  cards,
  checks,
  common,
  compounds,
  council,
  crews,
  demo,
  doorWeek,
  diary,
  digest,
  discretion,
  doorPaper,
  doors,
  danger,
  exports,
  feedback,
  firmLink,
  handedOver,
  hauls,
  heardWhen,
  held,
  household,
  incident,
  install,
  join,
  lock,
  ledger,
  lost,
  month,
  notice,
  officeDay,
  organisation,
  paper,
  papers,
  people,
  photo,
  plan,
  rescue,
  rights,
  roster,
  rounds,
  setup,
  sheets,
  shift,
  start,
  strip,
  subject,
  survey,
  sync,
  today,
  trace,
  tray,
  voices,
  wall,
  whichBin,
  works,
}
