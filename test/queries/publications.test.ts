import { describe, expect, it } from 'vitest'
import {
  correctPage,
  declinePage,
  joinPage,
  proposePage,
  publishPage,
  takeDownPage,
} from '#commands/publications.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Content, hanging, type Publication } from '#domain/wall/publication.ts'
import { likenessesIn } from '#domain/wall/likeness.ts'
import { hangingBeside, knownTo, pageAbout, wallDesk } from '#queries/publications.ts'
import { readerOf } from '#queries/reader.ts'
import { aDoorSide, COMPOUND, OFFICE } from '#test/support/doorSide.ts'

const TODAY = '2024-03-08'
const PAGE: Content = { title: '灯亮了', lines: ['2 户提出'], figures: [], pictures: ['a'.repeat(64)] }

function anOfficer() {
  const side = aDoorSide(undefined, { me: OFFICE, appointment: { role: 'officer', place: COMPOUND } })
  const reader = () => readerOf(side.view, side, TODAY)
  const page = (id: RecordId) => side.view.get<Publication>(id)!
  const propose = async (content = PAGE, more: object = { about: 'order-1' as RecordId }) => {
    const done = await proposePage(side, { section: 'story', content, ...more })
    if (!done.ok) throw new Error(done.refused)
    return done.value
  }
  return { side, reader, page, propose, desk: () => wallDesk(side.view, reader(), TODAY) }
}

describe('the wall’s desk', () => {
  it('shows what waits, with its pictures counted, and nothing that hangs among it', async () => {
    const { propose, desk } = anOfficer()
    const id = await propose()
    expect(desk()).toMatchObject({ waiting: [{ id, title: '灯亮了', pictures: 1 }], back: [], hangs: [] })
    expect(desk().days).toBeUndefined()
  })

  it('one matter proposed twice is one page with the later words', async () => {
    const { propose, page, desk } = anOfficer()
    const first = await propose()
    expect(await propose()).toBe(first)
    expect(await propose({ ...PAGE, title: '灯亮了，换了新的' })).toBe(first)
    expect(page(first).proposed?.title).toBe('灯亮了，换了新的')
    expect(desk().waiting).toHaveLength(1)
  })

  it('what went back stands apart with its reason, until somebody puts it right', async () => {
    const { side, propose, page, desk } = anOfficer()
    const id = await propose()
    await declinePage(side, page(id), '看得见车牌')
    expect(desk()).toMatchObject({ waiting: [], back: [{ id, back: '看得见车牌' }] })
    await propose({ ...PAGE, pictures: [] })
    expect(desk()).toMatchObject({ waiting: [{ id, pictures: 0 }], back: [] })
  })

  it('counts the days since anything was hung, and says what is on this device only', async () => {
    const { side, propose, page, desk } = anOfficer()
    const id = await propose()
    await publishPage(side, page(id), PAGE)
    expect(desk().hangs).toMatchObject([{ id, n: 1 }])
    const { at } = desk().hangs[0]!
    expect(wallDesk(side.view, readerOf(side.view, side, TODAY), at.slice(0, 10)).days).toBeLessThanOrEqual(1)
  })
})

describe('a page that hangs', () => {
  it('is corrected by another version; the old words come down in the same act where that is wanted', async () => {
    const { side, propose, page } = anOfficer()
    const id = await propose()
    await publishPage(side, page(id), PAGE)
    const same = await correctPage(side, page(id), PAGE, '没变')
    expect(same).toEqual({ ok: false, refused: 'nothingToDo' })
    const done = await correctPage(side, page(id), { ...PAGE, pictures: [] }, ' 照片里有人 ', true)
    expect(done.ok && new Set(done.value.map(({ act }) => act)).size).toBe(1)
    expect(page(id).versions.map(({ n, content, reason }) => [n, content !== undefined, reason])).toEqual([
      [1, false, '照片里有人'],
      [2, true, '照片里有人'],
    ])
  })

  it('taken down, none of its versions is left to read', async () => {
    const { side, propose, page } = anOfficer()
    const id = await propose()
    await publishPage(side, page(id), PAGE)
    await correctPage(side, page(id), { ...PAGE, title: '灯又亮了' }, '改字')
    await takeDownPage(side, page(id), '写错了')
    expect(page(id).versions.map(({ content }) => content)).toEqual([undefined, undefined])
    expect(await takeDownPage(side, page(id), '写错了')).toEqual({ ok: false, refused: 'nothingToDo' })
  })

  it('is found from its matter, and is what a second proposal of it becomes a version of', async () => {
    const { side, propose, page, reader } = anOfficer()
    const id = await propose()
    await publishPage(side, page(id), PAGE)
    expect(pageAbout(reader(), 'order-1' as RecordId)?.id).toBe(id)
    const next = await propose({ ...PAGE, title: '灯修了两次' })
    expect(next).not.toBe(id)
    expect(hangingBeside(reader(), page(next))?.id).toBe(id)
    expect(hanging(page(id))?.n).toBe(1)
  })

  it('gets its next version and is rid of what waited for it in one act', async () => {
    const { side, propose, page, desk } = anOfficer()
    const id = await propose()
    await publishPage(side, page(id), PAGE)
    const better = { ...PAGE, title: '灯修了两次' }
    const next = await propose(better, { about: 'order-1' as RecordId, reason: ' 又坏过一次 ' })
    expect(page(next).why).toBe('又坏过一次')
    expect(desk().waiting).toMatchObject([{ id: next, next: 2 }])
    const done = await joinPage(side, page(next), page(id), {
      content: better,
      reason: '又坏过一次',
      oldDown: true,
    })
    expect(done.ok && new Set(done.value.map(({ act }) => act)).size).toBe(1)
    expect(page(id).versions.map(({ n, content, reason }) => [n, content?.title, reason])).toEqual([
      [1, undefined, '又坏过一次'],
      [2, '灯修了两次', '又坏过一次'],
    ])
    expect(page(next)).toMatchObject({ joined: id, versions: [] })
    expect(page(next).proposed).toBeUndefined()
    expect(desk()).toMatchObject({ waiting: [], back: [], hangs: [{ id, n: 2 }] })
  })

  it('is what a proposal that says the same leads to; one that says something else is new each time', async () => {
    const { side, propose, page, desk } = anOfficer()
    const id = await propose()
    await publishPage(side, page(id), PAGE)
    expect(await propose()).toBe(id)
    expect(desk().waiting).toEqual([])
    const second = await propose({ ...PAGE, title: '第二次' })
    await joinPage(side, page(second), page(id), {
      content: { ...PAGE, title: '第二次' },
      reason: '又修',
      oldDown: false,
    })
    const third = await propose({ ...PAGE, title: '第三次' })
    expect(third).not.toBe(second)
    expect(desk().waiting).toMatchObject([{ id: third, next: 3 }])
  })

  it('never hangs with a phone or a door in it, on the device either', async () => {
    const { side, propose, page } = anOfficer()
    const telling = { ...PAGE, lines: ['3-2-501 说的'] }
    const id = await propose(telling)
    expect(await publishPage(side, page(id), telling)).toEqual({ ok: false, refused: 'notPossible' })
  })
})

it('a page is held against the names, phones and doors this device may read', () => {
  const { side, reader } = anOfficer()
  const [resident] = side.view.all<{ id: RecordId; name: string } & Publication>('resident')
  const name = resident?.name ?? ''
  const known = knownTo(reader())
  expect(name === '' || known.names.includes(name)).toBe(true)
  expect(known.doors.length).toBeGreaterThan(0)
  expect(known.doors.every((one) => /^\d+$/.test(one))).toBe(true)
  expect(likenessesIn({ ...PAGE, lines: [`${known.doors[0]}的老人家提的`] }, known)).toEqual([
    { what: 'door', words: known.doors[0] },
  ])
})
