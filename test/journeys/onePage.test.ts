import { expect, test } from 'vitest'
import { joinPage, proposePage, publishPage, takeDownPage } from '#commands/publications.ts'
import type { RecordId } from '#domain/ids.ts'
import { standingPages } from '#domain/wall/oneMatter.ts'
import { type Content, hanging, type Publication } from '#domain/wall/publication.ts'
import { frontOf, wallDesk } from '#queries/publications.ts'
import { boardOf } from '#server/wall/board.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { must } from '#test/support/binSide.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

const words = (title: string): Content => ({ title, lines: ['灯亮了'], figures: [], pictures: [] })

async function synced(...people: readonly Volunteer[]): Promise<void> {
  for (const one of people) expect(await one.sync()).toBe('done')
}

/** Somebody with no network hangs a page of the month. */
async function hangs(who: Volunteer, title: string): Promise<RecordId> {
  const content = words(title)
  const done = await proposePage(who, { section: 'month', period: '2026-02', content })
  if (!done.ok) throw new Error(done.refused)
  await must(publishPage(who, who.view.get<Publication>(done.value)!, content))
  return done.value
}

/** Two officers hang a page of one month, neither knowing of the other; the first one's reaches the server first. */
async function twoPages() {
  const compound = await twoDevices()
  const { office, joins } = compound
  const second = await joins({ name: '第二个社区', role: 'officer' })
  for (const one of [office, second]) one.wire.cut()
  // The one who comes second pressed first: a device's clock decides nothing.
  const late = await hangs(second, '二月的事')
  const early = await hangs(office, '二月办好的')
  for (const one of [office, second]) one.wire.mend()
  await synced(office)
  compound.clock = new Date(Date.parse(compound.clock) + 60_000).toISOString()
  await synced(second, office)
  compound.clock = new Date(Date.parse(compound.clock) + 60_000).toISOString()
  return { office, second, early, late }
}

const pages = (who: Volunteer) => who.view.all<Publication>('publication')
const shown = (who: Volunteer) =>
  boardOf(pages(who)).sections.flatMap((one) => one.pages.map(({ content, n }) => `${content.title} ${n}`))
const front = (who: Volunteer, id: RecordId) => frontOf(who.reader(), who.view.get<Publication>(id)!)?.id

test('two hang a page of one month without a network: the public has the first that came, and the second is told', async () => {
  const { office, second, early, late } = await twoPages()
  for (const who of [office, second]) {
    expect(shown(who)).toEqual(['二月办好的 1'])
    expect(front(who, late)).toBe(early)
    expect(front(who, early)).toBeUndefined()
    const rows = wallDesk(who.view, who.reader(), '2026-03-02').hangs
    expect(Object.fromEntries(rows.map(({ id, behind }) => [id, behind]))).toEqual({
      [early]: undefined,
      [late]: early,
    })
  }
  // Nothing that was published changed: both versions are there, word for word.
  expect(second.view.get<Publication>(late)?.versions).toMatchObject([{ n: 1, content: words('二月的事') }])
})

test('the second makes theirs the next version, with its reason, and one page is left', async () => {
  const { office, second, early, late } = await twoPages()
  await must(
    joinPage(second, second.view.get<Publication>(late)!, second.view.get<Publication>(early)!, {
      content: words('二月的事'),
      reason: '漏了一件',
      oldDown: false,
    }),
  )
  await synced(second, office)
  for (const who of [office, second]) {
    expect(shown(who)).toEqual(['二月的事 2'])
    expect(wallDesk(who.view, who.reader(), '2026-03-02').hangs.map(({ id }) => id)).toEqual([early])
    expect(who.view.get<Publication>(early)?.versions).toMatchObject([
      { n: 1, content: words('二月办好的') },
      { n: 2, reason: '漏了一件' },
    ])
  }
})

test('both make theirs a version of the other, offline: one page stands all the same', async () => {
  const { office, second, early, late } = await twoPages()
  office.wire.cut()
  const into = (who: Volunteer, one: RecordId, other: RecordId) =>
    joinPage(who, who.view.get<Publication>(one)!, who.view.get<Publication>(other)!, {
      content: hanging(who.view.get<Publication>(one)!)!.content,
      reason: '以这页为准',
      oldDown: false,
    })
  await must(into(office, early, late))
  await must(into(second, late, early))
  await synced(second)
  office.wire.mend()
  await synced(office, second)
  for (const who of [office, second]) expect(shown(who)).toEqual(['二月的事 2'])
})

test('the first is taken down: what never hung for anybody does not come up by itself, and a page that is hung anew stands', async () => {
  const { office, second, early, late } = await twoPages()
  await must(takeDownPage(office, office.view.get<Publication>(early)!, '有人脸'))
  await synced(office, second)
  for (const who of [office, second]) expect(shown(who)).toEqual([])
  expect(front(second, late)).toBe(early)
  await must(
    joinPage(second, second.view.get<Publication>(late)!, second.view.get<Publication>(early)!, {
      content: words('二月的事'),
      reason: '没有人脸的这版',
      oldDown: false,
    }),
  )
  await synced(second, office)
  for (const who of [office, second]) {
    expect(shown(who)).toEqual(['二月的事 2'])
    expect(standingPages(pages(who)).map(({ id }) => id)).toEqual([early])
  }
})
