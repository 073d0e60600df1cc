import { describe, expect, it } from 'vitest'
import { fold, KINDS } from '#domain/catalogue.ts'
import type { Change, Stamp } from '#domain/change.ts'
import type { ChangeId, Epoch, PersonId, RecordId } from '#domain/ids.ts'
import { type Content, hanging, type Publication } from '#domain/wall/publication.ts'

const PLACE = '01890a5d-ac96-774b-bcce-b302099a8001'
const PAGE = '01890a5d-ac96-774b-bcce-b302099a8002' as RecordId
const STEWARD = 'steward' as PersonId
const OFFICER = 'officer' as PersonId
const OWNERS = 'owners' as PersonId
const words: Content = {
  title: '12楼的灯亮了',
  lines: ['2 户提出'],
  figures: [],
  pictures: [],
  before: 'a'.repeat(64),
  after: 'b'.repeat(64),
}
let n = 0

function said(actor: PersonId, verb: string, args: unknown): Change {
  n += 1
  return {
    id: `change-${n}` as ChangeId,
    record: PAGE,
    name: `publication.${verb}`,
    v: 1,
    actor,
    at: `2024-03-08T08:00:0${n % 10}.000Z`,
    args,
  }
}

const stamp = (): Stamp => ({ epoch: 'e1' as Epoch, seq: n, receivedAt: '2024-03-08T08:01:00.000Z' })

function after(...changes: readonly Change[]) {
  let record: Publication | undefined
  let outcome
  for (const change of changes) {
    const folded = fold(record, change, stamp())
    record = folded.record as Publication
    outcome = folded.outcome
  }
  return { page: record!, outcome }
}

const proposed = () => said(STEWARD, 'propose', { place: PLACE, section: 'story', content: words })
const published = (by = OFFICER, content = words) => said(by, 'publish', { content, looked: true })
const scopeOf = (page: Publication) => KINDS.get('publication')!.scopeOf(page)

describe('what hangs on the wall', () => {
  it('is read by few before it hangs, and by everybody afterwards', () => {
    expect(scopeOf(after(proposed()).page).group).toBe('wallDraft')
    expect(scopeOf(after(proposed(), published()).page).group).toBe('wall')
  })

  it('hangs only where somebody looked at the pictures', () => {
    const blind = said(OFFICER, 'publish', { content: words, looked: false })
    expect(after(proposed(), blind).outcome).toEqual({ is: 'held', why: 'invalid' })
  })

  it('goes into another page as a version of it, and then waits no more; revised afterwards it waits again', () => {
    const join = () => said(OFFICER, 'join', { into: 'the-other-page' })
    const { page, outcome } = after(proposed(), join())
    expect(outcome).toEqual({ is: 'applied' })
    expect(page).toMatchObject({ joined: 'the-other-page', versions: [] })
    expect(page.proposed).toBeUndefined()
    expect(KINDS.get('publication')!.photosOf!(page)).toEqual([])
    expect(after(proposed(), join(), join()).outcome).toEqual({ is: 'already' })
    const newer = { ...words, title: '又修了一次' }
    const again = after(proposed(), join(), said(STEWARD, 'revise', { content: newer })).page
    expect(again.proposed).toEqual(newer)
    expect(again.joined).toBeUndefined()
  })

  it('hung beside another keeps its versions word for word when it goes into that one', () => {
    const asBefore = [proposed(), published()]
    const hung = after(...asBefore).page
    const { page, outcome } = after(...asBefore, said(OFFICER, 'join', { into: 'the-other-page' }))
    expect(outcome).toEqual({ is: 'applied' })
    expect(page.versions).toEqual(hung.versions)
    expect(page.joined).toBe('the-other-page')
  })

  it('published offline by a second person beside the version it became, its words are named and not hung', () => {
    const { page, outcome } = after(
      proposed(),
      said(OFFICER, 'join', { into: 'the-other-page' }),
      published(),
    )
    expect(outcome).toEqual({ is: 'merged', lost: { content: words } })
    expect(page.versions).toEqual([])
  })

  it('has at most four pairs of pictures, whose words are looked over as all others', () => {
    const pair = { label: '灯坏了', before: 'c'.repeat(64), after: 'd'.repeat(64) }
    const content = { ...words, pairs: [pair] }
    const { page } = after(proposed(), published(OFFICER, content))
    expect(KINDS.get('publication')!.photosOf!(page)).toContain(pair.after)
    const five = { ...words, pairs: [pair, pair, pair, pair, pair] }
    expect(after(proposed(), published(OFFICER, five)).outcome).toEqual({ is: 'held', why: 'invalid' })
    const door = { ...words, pairs: [{ ...pair, label: '3-2-501 门口' }] }
    expect(after(proposed(), published(OFFICER, door)).outcome).toEqual({ is: 'held', why: 'tellsWho' })
  })

  it('never changes: a correction is another version, and says why', () => {
    const better = { ...words, title: '12楼的灯亮了，换了新灯' }
    const { page } = after(
      proposed(),
      published(),
      said(OWNERS, 'correct', { content: better, reason: '写明换了新灯', looked: true }),
    )
    expect(page.versions.map((one) => [one.n, one.content?.title, one.reason])).toEqual([
      [1, words.title, undefined],
      [2, better.title, '写明换了新灯'],
    ])
    expect(hanging(page)?.n).toBe(2)
    expect(after(proposed(), published(), said(OFFICER, 'revise', { content: better })).outcome).toEqual({
      is: 'held',
      why: 'wrongState',
    })
  })

  it('published by two at once hangs once, and the other words are named', () => {
    const otherwise = { ...words, title: '灯修好了' }
    expect(after(proposed(), published(), published(OWNERS)).outcome).toEqual({ is: 'already' })
    const { page, outcome } = after(proposed(), published(), published(OWNERS, otherwise))
    expect(page.versions).toHaveLength(1)
    expect(outcome).toEqual({ is: 'merged', lost: { content: otherwise } })
  })

  it('taken down leaves its number, its date and why', () => {
    const { page } = after(proposed(), published(), said(OFFICER, 'takeDown', { n: 1, reason: '有人脸' }))
    expect(hanging(page)).toBeUndefined()
    expect(page.versions[0]).toMatchObject({ n: 1, reason: '有人脸', at: expect.any(String) })
    expect(JSON.stringify(page)).not.toContain(words.title)
    expect(KINDS.get('publication')!.photosOf!(page)).toEqual([])
  })

  it('declined, it goes back to its author, who may put it right', () => {
    const no = said(OFFICER, 'decline', { reason: '看得见车牌' })
    const { page } = after(proposed(), no)
    expect(page.declined).toMatchObject({ by: OFFICER, reason: '看得见车牌' })
    const again = { ...words, before: 'c'.repeat(64) }
    const mended = after(proposed(), no, said(STEWARD, 'revise', { content: again })).page
    expect(mended.declined).toBeUndefined()
    expect(mended.proposed).toEqual(again)
  })
})
