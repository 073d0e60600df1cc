import { array, maxLength, minLength, optional, picklist, pipe, strictObject, string } from 'valibot'
import { clearable, edited } from '#domain/edits.ts'
import { held } from '#domain/change.ts'
import { id, type PersonId, type RecordId } from '#domain/ids.ts'
import { mergeFields } from '#domain/merge.ts'
import { creation, fresh, type Kind, type Recorded, verb } from '#domain/record.ts'
import { calendarDay } from '#domain/window.ts'

/** One thing that is asked at each door. */
export interface Question {
  /** Short, and its own for ever: answers are kept under it. */
  readonly id: string
  readonly text: string
  /** Of these one is chosen; without them it is answered in words. */
  readonly choices?: readonly string[] | undefined
}

/** Which doors of its places: all that are lived in, or those nobody was reached behind for long. */
export const CAMPAIGN_DOORS = ['all', 'notReached'] as const
export type CampaignDoors = (typeof CAMPAIGN_DOORS)[number]

/** A round that the office asks for: why, what to ask, who goes, to which doors, until when. */
export interface Campaign extends Recorded {
  readonly kind: 'campaign'
  readonly title: string
  readonly purpose?: string
  readonly questions: readonly Question[]
  /** Buildings or units; none: the whole compound. */
  readonly where: readonly RecordId[]
  readonly doors: CampaignDoors
  /** Who goes; none: everybody who visits there. */
  readonly people: readonly PersonId[]
  /** Days, `YYYY-MM-DD`, both included. */
  readonly from: string
  readonly until: string
  /** Day somebody ended it before its time. */
  readonly ended?: string
}

const title = pipe(string(), minLength(1), maxLength(24))
const purpose = pipe(string(), minLength(1), maxLength(200))
const questions = pipe(
  array(
    strictObject({
      id: pipe(string(), minLength(1), maxLength(12)),
      text: pipe(string(), minLength(1), maxLength(60)),
      choices: optional(pipe(array(pipe(string(), minLength(1), maxLength(20))), minLength(2), maxLength(6))),
    }),
  ),
  maxLength(8),
)
const where = pipe(array(id), maxLength(60))
const people = pipe(array(id), maxLength(60))
const doors = picklist(CAMPAIGN_DOORS)

export const campaign: Kind<Campaign> = {
  kind: 'campaign',
  sealed: false,
  // It names no resident; whoever goes round reads it, wherever their doors are.
  scopeOf: (record) => ({ place: record.place, group: 'team', people: [] }),
  verbs: {
    plan: creation({
      v: 1,
      args: strictObject({
        place: id,
        title,
        purpose: optional(purpose),
        questions,
        where,
        doors,
        people,
        from: calendarDay,
        until: calendarDay,
      }),
      act: 'planVisits',
      create: (args, change, stamp): Campaign => ({
        ...fresh('campaign', args.place as RecordId, change, stamp),
        kind: 'campaign',
        title: args.title,
        ...(args.purpose && { purpose: args.purpose }),
        questions: args.questions as readonly Question[],
        where: args.where as RecordId[],
        doors: args.doors,
        people: args.people as PersonId[],
        from: args.from,
        until: args.until,
      }),
    }),
    edit: verb({
      v: 1,
      args: strictObject({
        title: edited(title),
        purpose: clearable(purpose),
        questions: edited(questions),
        where: edited(where),
        doors: edited(doors),
        people: edited(people),
        from: edited(calendarDay),
        until: edited(calendarDay),
      }),
      act: 'planVisits',
      fold: (record: Campaign, args, change, stamp) => mergeFields(record, args as never, change, stamp),
    }),
    /** Over before its time; what was written on it stays. */
    end: verb({
      v: 1,
      args: strictObject({ day: calendarDay }),
      act: 'planVisits',
      fold: (record: Campaign, { day }, change, stamp) =>
        day < record.from
          ? held('invalid')
          : mergeFields(record, { ended: { was: record.ended, now: day } }, change, stamp),
    }),
  },
}

/** Whether it runs on a day. */
export function runsOn({ from, until, ended, voided }: Campaign, day: string): boolean {
  return !voided && from <= day && day <= until && (ended === undefined || day <= ended)
}
