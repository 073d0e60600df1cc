import type { RecordId } from '#domain/ids.ts'
import type { HeardAge, HeardHome, Topic, Wish, WishAnswer } from '#domain/council/topic.ts'
import type { Context, Done } from './context.ts'

export interface TopicForm {
  readonly question: string
  readonly background?: string | undefined
  readonly options: Topic['options']
  readonly wanted: Topic['wanted']
}

/** Brings a question up for consultation; `links` are remarks it comes of. */
export function raiseTopic(
  ctx: Context,
  id: RecordId,
  form: TopicForm,
  links: readonly RecordId[] = [],
): Promise<Done> {
  const { background, ...rest } = form
  const args = { place: ctx.compound, ...rest, links, ...(background && { background }) }
  return ctx.commit([{ record: id, name: 'topic.raise', v: 1, args }])
}

export interface Heard {
  readonly option?: string | undefined
  readonly age: HeardAge
  readonly home: HeardHome
  readonly child: boolean
  readonly count: number
  readonly said?: string | undefined
}

export function hear(ctx: Context, topic: RecordId, { option, said, ...who }: Heard): Promise<Done> {
  const args = { ...who, ...(option !== undefined && { option }), ...(said && { said }) }
  return ctx.commit([{ record: topic, name: 'topic.hear', v: 1, args }])
}

export function attach(
  ctx: Context,
  topic: RecordId,
  said: {
    readonly text?: string | undefined
    readonly photos: readonly string[]
    readonly links: readonly RecordId[]
  },
): Promise<Done> {
  const { text, ...rest } = said
  return ctx.commit([{ record: topic, name: 'topic.attach', v: 1, args: { ...rest, ...(text && { text }) } }])
}

export function wish(ctx: Context, topic: RecordId, text: string): Promise<Done> {
  return ctx.commit([{ record: topic, name: 'topic.wish', v: 1, args: { text } }])
}

export function answerWish(
  ctx: Context,
  topic: RecordId,
  shown: Wish,
  answer: { readonly is: WishAnswer; readonly because: string },
): Promise<Done> {
  const args = {
    item: shown.id,
    again: shown.answer !== undefined,
    answered: answer.is,
    because: answer.because,
  }
  return ctx.commit([{ record: topic, name: 'topic.answer', v: 1, args }])
}

export function resolveTopic(ctx: Context, topic: RecordId, decision: string): Promise<Done> {
  return ctx.commit([{ record: topic, name: 'topic.resolve', v: 1, args: { decision } }])
}

export function reopenTopic(ctx: Context, topic: RecordId, reason: string): Promise<Done> {
  return ctx.commit([{ record: topic, name: 'topic.reopen', v: 1, args: { reason } }])
}
