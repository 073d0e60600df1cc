import type { FormMap } from '#domain/formMap.ts'
import type { RecordId } from '#domain/ids.ts'
import { type FieldEdit, same } from '#domain/merge.ts'
import { refused } from '#domain/result.ts'
import type { Context, Done } from './context.ts'

/** What is said of a form. Texts are trimmed by whoever fills them in. */
export type FormSaid = Pick<FormMap, 'title' | 'list' | 'by' | 'columns'>

/** Without `id` a new one. */
export function saveForm(ctx: Context, said: FormSaid, id?: RecordId): Promise<Done> {
  const args = { place: ctx.compound, ...said }
  return ctx.commit([{ record: id ?? (ctx.newId() as RecordId), name: 'formMap.save', v: 1, args }])
}

/** W9: of each part that changed, what was on the screen and what is wanted. */
export function editForm(ctx: Context, shown: FormMap, wanted: FormSaid): Promise<Done> {
  const edits: Record<string, FieldEdit> = {}
  for (const part of ['title', 'list', 'by', 'columns'] as const)
    if (!same(shown[part], wanted[part])) edits[part] = { was: shown[part], now: wanted[part] }
  if (Object.keys(edits).length === 0) return Promise.resolve(refused('nothingToDo'))
  return ctx.commit([{ record: shown.id, name: 'formMap.edit', v: 1, args: edits }])
}

/** Nobody asks for it any more; `reason` in words. */
export function setFormAside(ctx: Context, form: RecordId, reason: string): Promise<Done> {
  return ctx.commit([{ record: form, name: 'formMap.setAside', v: 1, args: { reason } }])
}
