import type { RecordId } from '#domain/ids.ts'
import { same } from '#domain/merge.ts'
import { type Content, hanging, type Publication, type Section } from '#domain/wall/publication.ts'
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
}

/**
 * Sends a page to the wall's desk: somebody who may publish looks at it there. A matter whose page waits already has its words
 * renewed, so that pressing twice makes one page. Answers the page's id, also where it says the same already.
 */
export async function proposePage(ctx: Context, page: NewPage): Promise<Result<RecordId, CommitRefusal>> {
  const there = page.id === undefined ? waitingFor(ctx, page) : ctx.view.get<Publication>(page.id)
  if (there) {
    if (there.versions.length === 0 && same(there.proposed, page.content) && !there.declined)
      return ok(there.id)
    const done = await revisePage(ctx, there, page.content)
    return done.ok ? ok(there.id) : done
  }
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
      },
    },
  ])
  return done.ok ? ok(id) : done
}

/** Puts the words right before it hangs; a page that was sent back waits again. */
export function revisePage(ctx: Context, page: Publication, content: Content): Promise<Done> {
  return ctx.commit([{ record: page.id, name: 'publication.revise', v: 1, args: { content } }])
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
  const now = hanging(page)
  if (same(now?.content, content)) return Promise.resolve(refused('nothingToDo'))
  const why = reason.trim()
  return ctx.commit([
    { record: page.id, name: 'publication.correct', v: 1, args: { content, reason: why, looked: true } },
    ...(oldDown && now ? [taking(page, now.n, why)] : []),
  ])
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

/** The page of the same matter that does not hang yet. */
function waitingFor(ctx: Context, page: NewPage): Publication | undefined {
  if (page.about === undefined && page.period === undefined) return undefined
  return ctx.view
    .all<Publication>('publication')
    .find(
      (one) =>
        one.versions.length === 0 &&
        one.section === page.section &&
        one.about === page.about &&
        one.period === page.period,
    )
}
