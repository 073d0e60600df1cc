import type { RecordId } from '#domain/ids.ts'
import { same } from '#domain/merge.ts'
import { type Content, hanging, type Publication, type Section } from '#domain/wall/publication.ts'
import { sameMatter, standingPages } from '#domain/wall/oneMatter.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { CommitRefusal, Intent } from '#store/commit.ts'
import type { Context, Done } from './context.ts'

export interface NewPage {
  /** Of the record it becomes; without it that of the page of this matter that waits already, or a new one. */
  readonly id?: RecordId | undefined
  readonly section: Section
  /** The record it tells of. */
  readonly about?: RecordId | undefined
  /** `2024-03`, for what is told month by month. */
  readonly period?: string | undefined
  /** No name, no door, no phone in it; pictures may still show what is not for everybody. */
  readonly content: Content
  /** Where one of this matter hangs: why it should be another version. */
  readonly reason?: string | undefined
}

/**
 * Sends a page to the wall's desk: somebody who may publish looks at it there. A matter whose page waits already has its words
 * renewed, so that pressing twice makes one page; where one hangs, what is sent becomes its next version (`joinPage`). Answers
 * the page's id, also where it says the same already: then that of the page which hangs.
 */
export async function proposePage(ctx: Context, page: NewPage): Promise<Result<RecordId, CommitRefusal>> {
  const there = page.id === undefined ? waitingFor(ctx, page) : ctx.view.get<Publication>(page.id)
  const reason = page.reason?.trim() || undefined
  if (there) {
    if (there.versions.length === 0 && same(there.proposed, page.content) && !there.declined)
      return ok(there.id)
    const done = await revisePage(ctx, there, page.content, reason)
    return done.ok ? ok(there.id) : done
  }
  const hung = hangingFor(ctx, page)
  if (hung && same(hanging(hung)?.content, page.content)) return ok(hung.id)
  const id = page.id ?? (ctx.newId() as RecordId)
  const done = await ctx.commit([
    {
      record: id,
      name: 'publication.propose',
      v: 1,
      args: {
        place: ctx.compound,
        section: page.section,
        content: page.content,
        ...(page.about !== undefined && { about: page.about }),
        ...(page.period !== undefined && { period: page.period }),
        ...(hung && reason !== undefined && { reason }),
      },
    },
  ])
  return done.ok ? ok(id) : done
}

/** Puts the words right before it hangs; a page that was sent back waits again. */
export function revisePage(
  ctx: Context,
  page: Publication,
  content: Content,
  reason?: string,
): Promise<Done> {
  const args = { content, ...(reason !== undefined && { reason }) }
  return ctx.commit([{ record: page.id, name: 'publication.revise', v: 1, args }])
}

/** Hangs it, for everybody. Whoever calls it has looked at the full pictures: for faces, plates and doors. */
export function publishPage(ctx: Context, page: Publication, content: Content): Promise<Done> {
  return ctx.commit([{ record: page.id, name: 'publication.publish', v: 1, args: { content, looked: true } }])
}

/**
 * Another version over the one that hangs; that one stays, under its number and date. `oldDown`: its words are taken off the
 * wall in the same act, where they should not have hung.
 */
export function correctPage(
  ctx: Context,
  page: Publication,
  content: Content,
  reason: string,
  oldDown = false,
): Promise<Done> {
  if (same(hanging(page)?.content, content)) return Promise.resolve(refused('nothingToDo'))
  return ctx.commit(correcting(page, content, reason, oldDown))
}

/**
 * What waited, or was hung beside another, becomes the next version of the page that stands, and is no page of its own any more:
 * one act, so that neither is without the other.
 */
export function joinPage(
  ctx: Context,
  waiting: Publication,
  into: Publication,
  said: { readonly content: Content; readonly reason: string; readonly oldDown: boolean },
): Promise<Done> {
  return ctx.commit([
    ...(same(hanging(into)?.content, said.content)
      ? []
      : correcting(into, said.content, said.reason, said.oldDown)),
    { record: waiting.id, name: 'publication.join', v: 1, args: { into: into.id } },
  ])
}

function correcting(
  page: Publication,
  content: Content,
  reason: string,
  oldDown: boolean,
): readonly Intent[] {
  const now = hanging(page)
  const why = reason.trim()
  return [
    { record: page.id, name: 'publication.correct', v: 1, args: { content, reason: why, looked: true } },
    ...(oldDown && now ? [taking(page, now.n, why)] : []),
  ]
}

/** Takes a page off the wall, every version of it; their numbers, dates and the reason stay. */
export function takeDownPage(ctx: Context, page: Publication, reason: string): Promise<Done> {
  const shown = page.versions.filter(({ content }) => content).slice(-ACT_VERSIONS)
  if (shown.length === 0) return Promise.resolve(refused('nothingToDo'))
  return ctx.commit(shown.map(({ n }) => taking(page, n, reason.trim())))
}

/** An act holds so many changes; nobody corrects a page that often. */
const ACT_VERSIONS = 20

function taking(page: Publication, n: number, reason: string): Intent {
  return { record: page.id, name: 'publication.takeDown', v: 1, args: { n, reason } }
}

/** Not like this: it goes back to whoever proposed it, with the reason. */
export function declinePage(ctx: Context, page: Publication, reason: string): Promise<Done> {
  return ctx.commit([{ record: page.id, name: 'publication.decline', v: 1, args: { reason: reason.trim() } }])
}

/** The page of the same matter that waits to be hung. */
function waitingFor(ctx: Context, page: NewPage): Publication | undefined {
  return ofMatter(ctx, page).find((one) => one.versions.length === 0 && one.joined === undefined)
}

function hangingFor(ctx: Context, page: NewPage): Publication | undefined {
  return standingPages(ofMatter(ctx, page)).find((one) => hanging(one))
}

function ofMatter(ctx: Context, page: NewPage): readonly Publication[] {
  return ctx.view.all<Publication>('publication').filter((one) => sameMatter(one, page))
}
