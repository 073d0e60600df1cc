import type { Campaign } from '#domain/bins/campaign.ts'
import type { RecordId } from '#domain/ids.ts'
import { type FieldEdit, same } from '#domain/merge.ts'
import { refused } from '#domain/result.ts'
import type { Context, Done } from './context.ts'

/** What the office fills in of a round it asks for. Texts are trimmed by whoever fills them in. */
export type CampaignForm = Pick<
  Campaign,
  'title' | 'purpose' | 'questions' | 'where' | 'doors' | 'people' | 'from' | 'until'
>

/** Without `id` a new one. */
export function planCampaign(ctx: Context, form: CampaignForm, id?: RecordId): Promise<Done> {
  const { purpose, ...rest } = form
  const args = { place: ctx.compound, ...rest, ...(purpose && { purpose }) }
  return ctx.commit([{ record: id ?? (ctx.newId() as RecordId), name: 'campaign.plan', v: 1, args }])
}

/** W9: of each field that changed, what was on the screen and what is wanted. */
export function editCampaign(ctx: Context, shown: Campaign, wanted: CampaignForm): Promise<Done> {
  const edits: Record<string, FieldEdit> = {}
  for (const field of Object.keys({ purpose: '', ...wanted }) as (keyof CampaignForm)[]) {
    const now = wanted[field] === '' ? undefined : wanted[field]
    if (!same(shown[field], now)) edits[field] = { was: shown[field], now }
  }
  if (Object.keys(edits).length === 0) return Promise.resolve(refused('nothingToDo'))
  return ctx.commit([{ record: shown.id, name: 'campaign.edit', v: 1, args: edits }])
}

/** Over from this day on, `YYYY-MM-DD`; on it somebody may still go. One that has not begun ends on its first day. */
export function endCampaign(ctx: Context, campaign: Campaign, today: string): Promise<Done> {
  const day = today < campaign.from ? campaign.from : today
  return ctx.commit([{ record: campaign.id, name: 'campaign.end', v: 1, args: { day } }])
}
