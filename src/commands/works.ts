import type { RecordId } from '#domain/ids.ts'
import { type FieldEdit, same } from '#domain/merge.ts'
import { refused } from '#domain/result.ts'
import { type Member, memberId } from '#domain/member.ts'
import type { ApprovedBy, Works, WorksVoice } from '#domain/ledger/works.ts'
import type { Context, Done } from './context.ts'

/** A remark or an order, and the homes that speak through it, as the screen counted them. */
export type Heard = Pick<WorksVoice, 'of' | 'homes'>

export interface WorksForm {
  readonly place: RecordId
  readonly label: string
  readonly need?: string | undefined
  readonly budget?: number | undefined
  readonly fund?: Works['fund'] | undefined
  readonly voices: readonly Heard[]
  /** As it looks before. */
  readonly photos: readonly string[]
}

/** Something to be built or repaired for everybody. Texts are trimmed by whoever fills them in; money is cents. */
export function planWorks(ctx: Context, form: WorksForm, id?: RecordId): Promise<Done> {
  const { need, budget, fund, voices, ...rest } = form
  const args = {
    ...rest,
    voices: voices.map(({ of, homes }) => ({ of, homes })),
    ...(need && { need }),
    ...(budget !== undefined && { budget }),
    ...(fund && { fund }),
  }
  return ctx.commit([{ record: id ?? (ctx.newId() as RecordId), name: 'works.plan', v: 1, args }])
}

export type WorksFields = Partial<
  Pick<Works, 'label' | 'need' | 'vendor' | 'budget' | 'cost' | 'fund' | 'warrantyUntil'>
>

/** W9: of each field that changed, what was on the screen and what is wanted. */
export async function editWorks(
  ctx: Context,
  shown: Works,
  wanted: { readonly [F in keyof WorksFields]: WorksFields[F] | undefined },
): Promise<Done> {
  const edits: Record<string, FieldEdit> = {}
  for (const [field, now] of Object.entries(wanted)) {
    const was = shown[field as keyof WorksFields]
    if (!same(was, now))
      edits[field] = { ...(was !== undefined && { was }), ...(now !== undefined && { now }) } as FieldEdit
  }
  if (Object.keys(edits).length === 0) return refused('nothingToDo')
  return ctx.commit([{ record: shown.id, name: 'works.edit', v: 1, args: edits }])
}

export function hearWorks(ctx: Context, works: RecordId, voices: readonly Heard[]): Promise<Done> {
  return said(ctx, works, 'hear', { voices: voices.map(({ of, homes }) => ({ of, homes })) })
}

export function quoteWorks(
  ctx: Context,
  works: RecordId,
  quote: { vendor: string; cents: number; day: string; photos: readonly string[] },
): Promise<Done> {
  return said(ctx, works, 'quote', quote)
}

/** Decided, by whom, and what was said of it; `cause` is the resolution it follows from. */
export function approveWorks(
  ctx: Context,
  works: RecordId,
  decided: { approved: ApprovedBy; day: string; note?: string | undefined; cause?: RecordId | undefined },
): Promise<Done> {
  const { note, cause, ...rest } = decided
  return said(ctx, works, 'approve', { ...rest, ...(note && { note }), ...(cause && { cause }) })
}

/** A step and the day it is planned for; one that is planned already is moved from the day on the screen. */
export function planStep(ctx: Context, works: Works, label: string, day: string): Promise<Done> {
  const was = works.milestones.find((one) => one.label === label)?.day
  return said(ctx, works.id, 'step', { label, ...(was !== undefined && { was }), day })
}

export function reachStep(
  ctx: Context,
  works: RecordId,
  label: string,
  day: string,
  photos: readonly string[] = [],
): Promise<Done> {
  return said(ctx, works, 'reach', { label, day, photos })
}

/** In a resident's words. Without a name, or with one's own, it is the writer's own word. */
export function acceptWorks(
  ctx: Context,
  works: RecordId,
  word: { day: string; note: string; name?: string | undefined },
): Promise<Done> {
  const { name, ...rest } = word
  const own = ctx.view.get<Member>(memberId(ctx.me))?.name
  return said(ctx, works, 'accept', { ...rest, ...(name && name !== own && { name }) })
}

export function pictureWorks(
  ctx: Context,
  works: RecordId,
  side: 'before' | 'after',
  photos: readonly string[],
): Promise<Done> {
  return said(ctx, works, 'picture', { side, photos })
}

export function cancelWorks(ctx: Context, works: RecordId, reason: string): Promise<Done> {
  return said(ctx, works, 'cancel', { reason: reason.trim() })
}

export function resumeWorks(ctx: Context, works: RecordId): Promise<Done> {
  return said(ctx, works, 'resume', {})
}

function said(ctx: Context, record: RecordId, verb: string, args: unknown): Promise<Done> {
  return ctx.commit([{ record, name: `works.${verb}`, v: 1, args }])
}
