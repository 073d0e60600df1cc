import { expect, test } from 'vitest'
import type { Contact } from '#domain/doors/contact.ts'
import type { Member } from '#domain/member.ts'
import type { Place } from '#domain/places.ts'
import { hanging, type Publication } from '#domain/wall/publication.ts'
import { tellingIn } from '#domain/wall/publicText.ts'
import type { Reporter } from '#domain/feedback/reporter.ts'
import type { Resident } from '#domain/doors/resident.ts'
import { KINDS } from '#domain/catalogue.ts'
import { seedDemo } from '#server/demo/seed.ts'
import { aServer } from '#test/support/aServer.ts'

/** Every page that a visitor can reach from the board by its own links, and by every address that could be guessed. */
async function everyPublicPage(
  visitor: { get(path: string): Promise<Response> },
  pages: readonly Publication[],
) {
  const open = ['/gongshi', '/gongshi?lang=en', '/gongshi/a4', '/gongshi/say', '/gongshi/asked']
  for (const page of pages) {
    open.push(`/gongshi/p/${page.id}`)
    for (const { n } of page.versions) open.push(`/gongshi/p/${page.id}/${n}`)
  }
  const seen = new Map<string, string>()
  while (open.length > 0) {
    const path = open.pop()!
    if (seen.has(path)) continue
    const answer = await visitor.get(path)
    const text = answer.headers.get('Content-Type')?.startsWith('text/html') ? await answer.text() : ''
    seen.set(path, text)
    for (const [, next = ''] of text.matchAll(/(?:href|src)="(\/gongshi[^"]*)"/g)) open.push(next)
  }
  return seen
}

test('INV-24 no name, no phone, no door and no id of a whole compound is on any page that a visitor can reach', async () => {
  const server = await aServer({ demo: true, seed: seedDemo })
  const { office } = server.started
  const [tenant] = await office.log.tenants()
  const of = <R>(kind: string) =>
    office.log.transact(tenant!, async (tx) => (await tx.recordsOf(kind)) as unknown as readonly R[])
  const pages = await of<Publication>('publication')
  expect(pages.filter((one) => hanging(one)).length).toBeGreaterThan(1)

  const names = [...(await of<Resident>('resident')), ...(await of<Member>('member'))].map(({ name }) => name)
  const phones = (await of<Contact>('contact')).flatMap((one) => JSON.stringify(one).match(/\d{8,}/g) ?? [])
  const reporters = (await of<Reporter>('reporter')).map(({ displayName }) => displayName)
  const doors = (await of<Place>('place')).filter(({ what }) => what === 'dwelling').map(({ key }) => key)
  const ids: string[] = []
  for (const kind of KINDS.keys())
    if (kind !== 'publication') ids.push(...(await of<{ id: string }>(kind)).map(({ id }) => id))
  const canaries = [...names, ...phones, ...reporters, ...doors, ...ids].filter(({ length }) => length > 1)
  expect(canaries.length).toBeGreaterThan(1000)

  const seen = await everyPublicPage(server.browser(), pages)
  expect(seen.size).toBeGreaterThan(8)
  for (const [path, text] of seen) {
    expect([path, canaries.filter((one) => text.includes(one))]).toEqual([path, []])
    const words = text.replace(/<style>[^]*?<\/style>/, '').replace(/<[^>]*>/g, ' ')
    expect([path, tellingIn(words).map(({ from, to }) => words.slice(from, to))]).toEqual([path, []])
  }
})
