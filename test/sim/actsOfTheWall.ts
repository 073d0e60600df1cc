import {
  correctPage,
  declinePage,
  joinPage,
  proposePage,
  publishPage,
  takeDownPage,
} from '#commands/publications.ts'
import { type Content, hanging, type Publication } from '#domain/wall/publication.ts'
import { type Act, bytes, type Ground, newRecord, some, words } from './ground.ts'

const page = (ground: Ground) => some<Publication>(ground, 'publication')

function content(ground: Ground, id: Publication['id']): Content {
  const { ctx } = ground
  return {
    title: words(ground, ctx.compound, id),
    lines: [words(ground, ctx.compound, id)],
    figures: [],
    pictures: ground.chance.once(3) ? [bytes(ground, ctx.compound, id)] : [],
  }
}

/** What is proposed for everybody to read, hung up, corrected and taken down. */
export const ofTheWall: readonly Act[] = [
  (ground) => {
    const id = newRecord(ground)
    return proposePage(ground.ctx, { id, section: 'notice', content: content(ground, id) }).then((done) =>
      done.ok ? { ok: true, value: [] } : done,
    )
  },
  (ground) => {
    // The month's: two who hang it, each without knowing of the other, hang two.
    const id = newRecord(ground)
    const month = { id, section: 'month', period: '2026-02', content: content(ground, id) } as const
    return proposePage(ground.ctx, month).then((done) => (done.ok ? { ok: true, value: [] } : done))
  },
  (ground) => {
    const [one, into] = [page(ground), page(ground)]
    if (!one || !into || one.id === into.id || !hanging(into)) return undefined
    const said = { content: content(ground, into.id), reason: '同一件事', oldDown: ground.chance.once(4) }
    return joinPage(ground.ctx, one, into, said)
  },
  (ground) => {
    const one = page(ground)
    if (!one?.proposed) return undefined
    const { chance, ctx } = ground
    // As it was proposed, or better; two who press may hang two texts.
    return publishPage(ctx, one, chance.once(2) ? one.proposed : content(ground, one.id))
  },
  (ground) => {
    const one = page(ground)
    if (!one) return undefined
    if (hanging(one))
      return correctPage(ground.ctx, one, content(ground, one.id), '数字写错', ground.chance.once(3))
    // Its author puts it right, though it may hang meanwhile.
    return proposePage(ground.ctx, {
      id: one.id,
      section: one.section,
      content: content(ground, one.id),
    }).then((done) => (done.ok ? { ok: true, value: [] } : done))
  },
  (ground) => {
    const one = page(ground)
    if (!one) return undefined
    return hanging(one) ? takeDownPage(ground.ctx, one, '有人脸') : declinePage(ground.ctx, one, '有人脸')
  },
]
