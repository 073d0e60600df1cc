import { describe, expect, test } from 'vitest'
import type { PersonId, TenantId } from '#domain/ids.ts'
import { DiskTrouble } from '#store/disk.ts'
import { type DraftKey, drafts } from '#store/drafts.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import type { Seals } from '#store/outbox.ts'
import { plainSeals } from '#test/support/plainSeals.ts'

const wang = 'wang' as PersonId
const liu = 'liu' as PersonId
const remark = (about: string, author = wang): DraftKey => ({ author, form: 'feedback.capture', about })

/** Seals with a key for each person who is unlocked; slow when asked to be. */
function seals(
  unlocked: Set<PersonId> = new Set([wang, liu]),
  slow: () => Promise<void> = async () => undefined,
): Seals {
  return {
    toServer: async (...about) => ({
      sealed: Buffer.from(JSON.stringify(await plainSeals.toServer(...about))).toString('base64'),
      alg: 'P256-A256GCM',
      key: 'server',
    }),
    async toAuthor(author, id, inside) {
      const text = JSON.stringify(inside)
      await slow()
      return Buffer.from(JSON.stringify({ author, id, text })).toString('base64')
    },
    async byAuthor(author, id, own) {
      const sealed = JSON.parse(Buffer.from(own, 'base64').toString())
      return unlocked.has(author) && sealed.author === author && sealed.id === id
        ? JSON.parse(sealed.text)
        : undefined
    },
  }
}

function aDesk(options: { seals?: Seals; disk?: ReturnType<typeof memoryDisk> } = {}) {
  let second = 0
  const disk = options.disk ?? memoryDisk()
  const now = () => `2026-11-24T08:00:${String(second++).padStart(2, '0')}.000Z`
  return { disk, drafts: drafts({ disk, seals: options.seals ?? seals(), tenant: 't' as TenantId, now }) }
}

describe('a half-filled form', () => {
  test('is there again after the browser was killed', async () => {
    const desk = aDesk()
    await desk.drafts.keep(remark('door 302'), 1, { text: '三楼灯不' })
    const again = aDesk({ disk: memoryDisk.from(desk.disk.snapshot()) })
    expect(await again.drafts.open(remark('door 302'))).toMatchObject({ v: 1, content: { text: '三楼灯不' } })
  })

  test('keeps the last of many quick inputs, and writes far fewer times', async () => {
    let writes = 0
    const disk = memoryDisk({ before: ({ kind }) => void (kind === 'commit' && writes++) })
    const desk = aDesk({ disk })
    const text = '三楼的灯从上个星期开始就不亮了，晚上老人下楼看不见'
    await Promise.all([...text].map((_, i) => desk.drafts.keep(remark(''), 1, text.slice(0, i + 1))))
    expect(await desk.drafts.open(remark(''))).toMatchObject({ content: text })
    expect(writes).toBeLessThan(6)
  })

  test('is never overwritten by an older input whose sealing took longer', async () => {
    const waits: (() => void)[] = []
    const slow = () => new Promise<void>((resolve) => void waits.push(resolve))
    const desk = aDesk({ seals: seals(new Set([wang]), slow) })
    const first = desk.drafts.keep(remark(''), 1, 'a')
    const second = desk.drafts.keep(remark(''), 1, 'ab')
    while (waits.length < 1) await Promise.resolve()
    // Whatever is sealed last is let through first.
    const pump = setInterval(() => waits.pop()?.(), 0)
    await Promise.all([first, second])
    clearInterval(pump)
    expect(await desk.drafts.open(remark(''))).toMatchObject({ content: 'ab' })
  })

  test('takes an input that comes in any moment of a running save', async () => {
    const desk = aDesk()
    for (let moment = 0; moment < 40; moment++) {
      const saving = desk.drafts.keep(remark(''), 1, `${moment} first`)
      for (let i = 0; i < moment; i++) await Promise.resolve()
      await desk.drafts.keep(remark(''), 1, `${moment} second`)
      await saving
      expect(await desk.drafts.open(remark(''))).toMatchObject({ content: `${moment} second` })
    }
  })

  test('is one of many: each form and each door has its own', async () => {
    const { drafts } = aDesk()
    await drafts.keep(remark('door 301'), 1, 'one')
    await drafts.keep(remark('door 302'), 1, 'two')
    await drafts.keep({ ...remark('door 302'), form: 'visit' }, 1, 'three')
    expect(await drafts.open(remark('door 301'))).toMatchObject({ content: 'one' })
    expect(await drafts.open(remark('door 302'))).toMatchObject({ content: 'two' })
    expect(await drafts.list(wang)).toHaveLength(3)
  })

  test('is listed newest first, without being opened', async () => {
    const locked = seals(new Set())
    const { drafts } = aDesk({ seals: locked })
    for (const door of ['301', '302', '303']) await drafts.keep(remark(door), 1, door)
    await drafts.keep(remark('302'), 2, 'again')
    const list = await drafts.list(wang)
    expect(list.map(({ about, v }) => [about, v])).toEqual([
      ['302', 2],
      ['303', 1],
      ['301', 1],
    ])
    expect(JSON.stringify(list)).not.toContain('own')
  })

  test('is gone once it was saved, also when an input was still on its way', async () => {
    const desk = aDesk()
    await desk.drafts.keep(remark(''), 1, 'a')
    void desk.drafts.keep(remark(''), 1, 'ab')
    await desk.drafts.drop(remark(''))
    expect(await desk.drafts.list(wang)).toEqual([])
    expect(desk.disk.snapshot().rows.drafts.size).toBe(0)
  })

  test('may begin anew at any moment while it is being dropped', async () => {
    const { drafts } = aDesk()
    for (let moment = 0; moment < 40; moment++) {
      void drafts.keep(remark(''), 1, 'old')
      const dropping = drafts.drop(remark(''))
      for (let i = 0; i < moment; i++) await Promise.resolve()
      await drafts.keep(remark(''), 1, 'new')
      await dropping
      expect(await drafts.open(remark(''))).toMatchObject({ content: 'new' })
      await drafts.drop(remark(''))
    }
  })

  test('INV-1 is found as it was typed last by whoever leaves the form and comes back at once', async () => {
    const { drafts } = aDesk()
    await drafts.keep(remark(''), 1, 'a')
    void drafts.keep(remark(''), 1, 'ab')
    expect(await drafts.open(remark(''))).toMatchObject({ content: 'ab' })
  })

  test('says so when there is no room, and is kept when there is room again', async () => {
    let full = true
    const disk = memoryDisk({
      before({ kind }) {
        if (full && kind === 'put') throw new DiskTrouble('full')
      },
    })
    const desk = aDesk({ disk })
    expect(await desk.drafts.keep(remark(''), 1, 'a')).toEqual({ ok: false, refused: 'disk.full' })
    full = false
    expect(await desk.drafts.keep(remark(''), 1, 'ab')).toMatchObject({ ok: true })
    expect(await desk.drafts.open(remark(''))).toMatchObject({ content: 'ab' })
  })
})

describe('the draft of another volunteer on the same tablet', () => {
  test('is neither listed nor opened; one learns only how many there are', async () => {
    const { drafts } = aDesk({ seals: seals(new Set([liu])) })
    await drafts.keep(remark('302'), 1, 'wang wrote this')
    await drafts.keep(remark('303', liu), 1, 'liu wrote this')
    expect((await drafts.list(liu)).map(({ about }) => about)).toEqual(['303'])
    expect(await drafts.others(liu)).toBe(1)
    expect(await drafts.open(remark('302'))).toBeUndefined()
  })

  test('does not lie on the disk in clear', async () => {
    const { disk, drafts } = aDesk()
    await drafts.keep(remark('302'), 1, '王阿姨说楼下太吵')
    expect(JSON.stringify([...disk.snapshot().rows.drafts.values()])).not.toContain('王阿姨')
  })
})
