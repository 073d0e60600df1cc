import type { AccountLine } from '#domain/money/accountLine.ts'
import { stateOf } from '#domain/money/accountCheck.ts'
import { totalOf } from '#domain/money/accountSums.ts'
import { directionOf, type Fund, type Subject } from '#domain/money/accountWords.ts'
import { type AccountYear, accountYearId, type BudgetLine, budgetLineId } from '#domain/money/accountYear.ts'
import type { RecordId } from '#domain/ids.ts'
import { type FieldEdit, same } from '#domain/merge.ts'
import { refused } from '#domain/result.ts'
import type { Intent } from '#store/commit.ts'
import type { Context, Done } from './context.ts'

/** One sum as it is filled in; which way it goes follows from what it is for. Texts are trimmed by the form. */
export interface LineForm {
  readonly month: string
  readonly subject: Subject
  readonly label?: string | undefined
  readonly cents: number
  readonly voucher?: string | undefined
  readonly fund: Fund
  readonly note?: string | undefined
  readonly works?: RecordId | undefined
}

export function enterLine(
  ctx: Context,
  form: LineForm,
  photos: readonly string[],
  id?: RecordId,
): Promise<Done> {
  const { month, subject, cents, fund, label, voucher, note, works } = form
  const args = {
    place: ctx.compound,
    month,
    direction: directionOf(subject),
    subject,
    cents,
    fund,
    photos,
    ...(label && { label }),
    ...(voucher && { voucher }),
    ...(note && { note }),
    ...(works && { works }),
  }
  return ctx.commit([{ record: id ?? (ctx.newId() as RecordId), name: 'accountLine.enter', v: 1, args }])
}

/** W9: of each field that changed, what was on the screen and what is wanted; receipts come on top of those there. */
export async function editLine(
  ctx: Context,
  shown: AccountLine,
  form: LineForm,
  photos: readonly string[] = shown.photos,
): Promise<Done> {
  const wanted = { ...form, direction: directionOf(form.subject) }
  const edits: Record<string, FieldEdit> = {}
  for (const field of [
    'month',
    'direction',
    'subject',
    'label',
    'cents',
    'voucher',
    'fund',
    'note',
    'works',
  ] as const) {
    const now = wanted[field] === '' ? undefined : wanted[field]
    const was = shown[field]
    if (!same(was, now)) edits[field] = edit(was, now)
  }
  const more = photos.filter((one) => !shown.photos.includes(one))
  const intents: Intent[] = []
  if (Object.keys(edits).length > 0)
    intents.push({ record: shown.id, name: 'accountLine.edit', v: 1, args: edits })
  if (more.length > 0)
    intents.push({ record: shown.id, name: 'accountLine.receipts', v: 1, args: { photos: more } })
  return intents.length === 0 ? refused('nothingToDo') : ctx.commit(intents)
}

/** It stays, with the reason on it, and is counted no more. */
export function withdrawLine(ctx: Context, line: RecordId, reason: string): Promise<Done> {
  return ctx.commit([{ record: line, name: 'accountLine.withdraw', v: 1, args: { reason: reason.trim() } }])
}

type YearFields = Pick<AccountYear, 'stage' | 'rate' | 'service' | 'commonIncome' | 'maintenance'>

/** What holds for a year: its stage, what is expected to come in, what each fund began with; cents. */
export async function setYear(
  ctx: Context,
  year: string,
  wanted: { readonly [F in keyof YearFields]: YearFields[F] | undefined },
): Promise<Done> {
  const record = accountYearId(ctx.compound, year)
  const shown = ctx.view.get<AccountYear>(record)
  const edits: Record<string, FieldEdit> = {}
  for (const [field, now] of Object.entries(wanted)) {
    const was = shown?.[field as keyof YearFields]
    if (!same(was, now)) edits[field] = edit(was, now)
  }
  if (Object.keys(edits).length === 0) return refused('nothingToDo')
  return ctx.commit([
    { record, name: 'accountYear.set', v: 1, args: { place: ctx.compound, year, ...edits } },
  ])
}

/** One line of a year's budget, in cents of the whole year; nothing strikes it out. */
export async function setBudget(
  ctx: Context,
  year: string,
  fund: Fund,
  subject: Subject,
  cents: number,
): Promise<Done> {
  const record = budgetLineId(ctx.compound, year, fund, subject)
  const was = ctx.view.get<BudgetLine>(record)?.cents
  if (was === cents) return refused('nothingToDo')
  const args = {
    place: ctx.compound,
    year,
    fund,
    direction: directionOf(subject),
    subject,
    ...(was !== undefined && { was }),
    cents,
  }
  return ctx.commit([{ record, name: 'budgetLine.set', v: 1, args }])
}

/** Somebody of the owners looked over what stands in a month now: exactly these lines. */
export function checkMonth(
  ctx: Context,
  month: string,
  lines: readonly AccountLine[],
  note?: string,
): Promise<Done> {
  const args = {
    place: ctx.compound,
    month,
    seen: stateOf(lines),
    income: totalOf(lines, 'in'),
    spent: totalOf(lines, 'out'),
    ...(note?.trim() && { note: note.trim() }),
  }
  return ctx.commit([{ record: ctx.newId() as RecordId, name: 'accountCheck.check', v: 1, args }])
}

function edit(was: unknown, now: unknown): FieldEdit {
  return { ...(was !== undefined && { was }), ...(now !== undefined && { now }) } as FieldEdit
}
