import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Content, Section } from '#domain/wall/publication.ts'
import { hashOf } from '#server/demo/pictures.ts'
import { aCompound } from './aServer.ts'
import { aPicture } from './pictures.ts'

export const PAGE: Content = { title: '灯亮了', lines: ['2 户提出'], figures: [], pictures: [] }

/** A compound whose officer publishes, and a visitor without a cookie. */
export async function aWall(options: Parameters<typeof aCompound>[0] = {}) {
  const compound = await aCompound(options)
  const { server, enrolment, folder } = compound
  const { tenant, person } = enrolment
  const { office } = server.started

  const act = async (record: string, verb: string, args: object, by: PersonId = person) => {
    const intent = { record: record as RecordId, name: `publication.${verb}`, v: 1, args }
    const done = await office.act(tenant, by, [intent])
    if (!done.ok) throw new Error(`${verb}: ${done.refused}`)
  }
  const propose = (record: string, content: Content = PAGE, section: Section = 'story', more: object = {}) =>
    act(record, 'propose', { place: enrolment.compound, section, content, ...more })
  const hang = async (
    record: string,
    content: Content = PAGE,
    section: Section = 'story',
    more: object = {},
  ) => {
    await propose(record, content, section, more)
    await act(record, 'publish', { content, looked: true })
  }
  /** A picture as if a device had brought it; each number is another one. */
  const picture = async (number = 0): Promise<string> => {
    const bytes = aPicture()
    bytes[bytes.length - 10] = 0x10 + number
    const hash = hashOf(bytes)
    await mkdir(join(folder, 'photos', encodeURIComponent(tenant)), { recursive: true })
    await writeFile(join(folder, 'photos', encodeURIComponent(tenant), `${hash}.jpg`), bytes)
    return hash
  }
  const visitor = server.browser('198.51.100.7')
  /** A form as a browser without a script sends it. */
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    visitor.send(path, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    })
  return { ...compound, office, tenant, act, propose, hang, picture, visitor, post }
}
