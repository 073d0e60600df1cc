import type { Care, CareTag, Need } from '#domain/doors/care.ts'
import type { Consent } from '#domain/doors/consented.ts'
import { type Reason, type Reasons, reasonsId } from '#domain/reasons.ts'
import { careId, type Resident } from '#domain/doors/resident.ts'
import type { Intent } from '#store/commit.ts'
import type { Context, Done } from './context.ts'

/** What a resident agreed to have known, as the office ticks it. `consent` where it is given now, for the first time or anew. */
export interface CareForm {
  readonly tags: readonly CareTag[]
  readonly needs: readonly Need[]
  readonly reasons: readonly Reason[]
  readonly consent?: Consent | undefined
}

/** What the form was filled with; absent where nothing was written yet. */
export interface CareSeen {
  readonly resident: Pick<Resident, 'id' | 'place'>
  readonly care?: Care | undefined
  readonly reasons?: Reasons | undefined
}

/**
 * Writes down what helps somebody, and the office's reasons apart from it, in one act. Both stand on one consent: where there is
 * none yet, none is in the form and nothing is written (`notPossible`).
 */
export function keepCare(ctx: Context, seen: CareSeen, form: CareForm): Promise<Done> {
  const { resident, care, reasons } = seen
  const consent = care?.consent ?? form.consent
  if (!consent) return Promise.resolve({ ok: false, refused: 'notPossible' })
  const { id, place } = resident
  const { tags, needs } = form
  const intents: Intent[] = []
  if (care?.consent) {
    const args = {
      ...(differ(care.tags, tags) && { tags: { was: care.tags, now: tags } }),
      ...(differ(care.needs, needs) && { needs: { was: care.needs, now: needs } }),
    }
    if (Object.keys(args).length > 0) intents.push({ record: care.id, name: 'care.edit', v: 1, args })
  } else {
    const args = { place, resident: id, tags, needs, consent }
    intents.push({ record: careId(id), name: 'care.enter', v: 1, args })
  }
  if (reasons?.consent) {
    const args = { tags: { was: reasons.tags, now: form.reasons } }
    if (differ(reasons.tags, form.reasons))
      intents.push({ record: reasons.id, name: 'reasons.edit', v: 1, args })
  } else if (form.reasons.length > 0) {
    const args = { place, resident: id, tags: form.reasons, consent }
    intents.push({ record: reasonsId(id), name: 'reasons.enter', v: 1, args })
  }
  return intents.length > 0 ? ctx.commit(intents) : Promise.resolve({ ok: false, refused: 'nothingToDo' })
}

/** They were asked again and still agree, until a day (`YYYY-MM-DD`). */
export function askedAgain(ctx: Context, { care, reasons }: CareParts, until: string): Promise<Done> {
  const again = [care, reasons].flatMap((one): readonly Intent[] => {
    if (!one?.consent || one.consent.reviewBy === until) return []
    const { reviewBy: was } = one.consent
    const args = { ...(was !== undefined && { was }), until }
    return [{ record: one.id, name: `${one.kind}.review`, v: 1, args }]
  })
  return again.length > 0 ? ctx.commit(again) : Promise.resolve({ ok: false, refused: 'nothingToDo' })
}

/**
 * They take their consent back, whoever hears it, on a day: then nothing of it is left. `parts` are all that is written about this
 * person here; what the speaker may not read the server takes away in the same moment.
 */
export function withdrawConsent(ctx: Context, parts: readonly CareParts[], day: string): Promise<Done> {
  const gone = parts
    .flatMap(({ care, reasons }) => [care, reasons])
    .flatMap((one): readonly Intent[] => {
      if (!one?.consent) return []
      // A device whose clock is behind takes back what was given today all the same.
      const args = { day: one.consent.at > day ? one.consent.at : day }
      return [{ record: one.id, name: `${one.kind}.withdrawConsent`, v: 1, args }]
    })
  return gone.length > 0 ? ctx.commit(gone) : Promise.resolve({ ok: false, refused: 'nothingToDo' })
}

export interface CareParts {
  readonly care?: Care | undefined
  readonly reasons?: Reasons | undefined
}

function differ(before: readonly string[], after: readonly string[]): boolean {
  return before.length !== after.length || before.some((one) => !after.includes(one))
}
