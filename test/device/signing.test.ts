import { describe, expect, test } from 'vitest'
import { signing, type SigningPair } from '#device/signing.ts'
import { readSigned, SIGNED_HEADER, type Visit, VISIT_HEADER } from '#domain/signedRequest.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { signingKeys } from '#store/signingKeys.ts'

/** What a server said to each request, and the requests themselves. */
function aServer(answer: (path: string, nth: number) => Response) {
  const asked: { path: string; signed: ReturnType<typeof readSigned> }[] = []
  const fetching = (async (path: string, init: RequestInit = {}) => {
    const header = new Headers(init.headers).get(SIGNED_HEADER)
    asked.push({ path, signed: header === null ? undefined : readSigned(header) })
    return answer(path, asked.length)
  }) as typeof fetch
  return { asked, fetching }
}

const shelf = () => signingKeys<SigningPair, Visit>(memoryDisk())
const moment = (said: string) => Response.json({ moment: said })

describe('what a device signs', () => {
  test('what each request is to carry beside it carries, signed or not, by whatever means it is sent', async () => {
    const said: (string | null)[] = []
    const fetching = (async (path: string, init: RequestInit = {}) => {
      if (path === '/api/moment') return moment('m1')
      said.push(new Headers(init.headers).get('Linbian-Compound'))
      return Response.json({})
    }) as typeof fetch
    const also = { 'Linbian-Compound': 'orchid' }
    const signed = signing(shelf(), fetching, also)
    await signed.fetch('/api/sync', { method: 'POST', body: '{}', headers: { 'Content-Type': 'text/plain' } })
    const none = { ...shelf(), putPair: () => Promise.reject(new DOMException('no', 'DataCloneError')) }
    await signing(none, fetching, also).fetch('/api/me')
    expect(said).toEqual(['orchid', 'orchid'])
    expect(await signed.headers('PATCH', '/api/photos/x')).toMatchObject(also)
    expect(await signing(none, fetching, also).headers('PATCH', '/api/photos/x')).toEqual(also)
  })

  test('one moment is asked for, and every request has a number of its own', async () => {
    const { asked, fetching } = aServer((path) => (path === '/api/moment' ? moment('m1') : Response.json({})))
    const signed = signing(shelf(), fetching)
    await Promise.all([signed.fetch('/api/me'), signed.fetch('/api/people')])
    expect(asked.map(({ path }) => path).toSorted()).toEqual(['/api/me', '/api/moment', '/api/people'])
    const once = asked.flatMap((one) => (one.signed ? [one.signed.once] : []))
    expect(new Set(once).size).toBe(2)
  })

  test('a moment that is over is told as such, and the same is asked once more with the new one', async () => {
    const { asked, fetching } = aServer((path, nth) => {
      if (path === '/api/moment') return moment('old')
      return nth === 2
        ? Response.json({ refused: 'signAgain', moment: 'new' }, { status: 409 })
        : Response.json({ ok: true })
    })
    const answer = await signing(shelf(), fetching).fetch('/api/sync', { method: 'POST', body: '{}' })
    expect(await answer.json()).toEqual({ ok: true })
    expect(asked.map((one) => one.signed?.moment)).toEqual([undefined, 'old', 'new'])
  })

  test('another no is left as it is, and one that goes on is answered at last', async () => {
    const no = aServer((path) =>
      path === '/api/moment' ? moment('m') : Response.json({ refused: 'changedMeanwhile' }, { status: 409 }),
    )
    const answer = await signing(shelf(), no.fetching).fetch('/api/roster/import')
    expect(await answer.json()).toEqual({ refused: 'changedMeanwhile' })
    const again = aServer((path) =>
      path === '/api/moment'
        ? moment('m')
        : Response.json({ refused: 'signAgain', moment: 'm' }, { status: 409 }),
    )
    expect((await signing(shelf(), again.fetching).fetch('/api/me')).status).toBe(409)
    expect(again.asked).toHaveLength(3)
  })

  test('whoever asks for a while only does not wait longer for the moment that is asked for before', async () => {
    const never = (() => new Promise<Response>(() => undefined)) as typeof fetch
    const stop = new AbortController()
    const asked = signing(shelf(), never).fetch('/api/unlock', {
      method: 'POST',
      body: '{}',
      signal: stop.signal,
    })
    stop.abort(new Error('soon is over'))
    await expect(asked).rejects.toThrow('soon is over')
    const late = signing(shelf(), never).fetch('/api/unlock', {
      method: 'POST',
      body: '{}',
      signal: stop.signal,
    })
    await expect(late).rejects.toThrow('soon is over')
  })

  test('W10 where somebody else answers for the server nothing is sent: unsigned it would look like a copy', async () => {
    const portal = aServer(() => new Response('<html>log in</html>'))
    await expect(signing(shelf(), portal.fetching).fetch('/api/sync')).rejects.toThrow()
    expect(portal.asked.map(({ path }) => path)).toEqual(['/api/moment'])
  })

  test('a server that knows of no signatures is asked without one', async () => {
    const { asked, fetching } = aServer((path) =>
      path === '/api/moment' ? Response.json({ refused: 'notFound' }, { status: 404 }) : Response.json({}),
    )
    expect((await signing(shelf(), fetching).fetch('/api/me')).ok).toBe(true)
    expect(asked.at(-1)?.signed).toBeUndefined()
  })

  test('a browser that cannot keep such a key signs nothing, and one whose disk does not answer asks nothing', async () => {
    const { asked, fetching } = aServer(() => Response.json({}))
    const none = {
      ...shelf(),
      putPair: async () => {
        throw new DOMException('no', 'DataCloneError')
      },
    }
    expect((await signing(none, fetching).fetch('/api/me')).ok).toBe(true)
    expect(asked).toEqual([{ path: '/api/me', signed: undefined }])
    const broken = {
      ...shelf(),
      pair: async () => {
        throw new Error('the disk does not answer')
      },
    }
    await expect(signing(broken, fetching).fetch('/api/me')).rejects.toThrow('does not answer')
    expect(asked).toHaveLength(1)
  })

  test('the number of the next visit is on the disk before it is shown, and two tabs show the same', async () => {
    const disk = memoryDisk()
    const { asked, fetching } = aServer((path) =>
      path === '/api/moment' ? moment('m') : new Response('{}', { headers: { [VISIT_HEADER]: '7' } }),
    )
    const [one, two] = [disk, disk.tab()].map((tab) =>
      signing(signingKeys<SigningPair, Visit>(tab), fetching),
    )
    await one!.fetch('/api/me')
    await two!.fetch('/api/me')
    await Promise.all([one!.fetch('/api/me'), two!.fetch('/api/me')])
    const shown = asked.flatMap(({ signed }) => (signed ? [signed] : []))
    expect(shown.map(({ visit }) => visit.n)).toEqual([0, 7, 7, 7])
    expect(new Set(shown.slice(1).map(({ visit }) => visit.mark)).size).toBe(1)
    expect(new Set(shown.map(({ key }) => key)).size).toBe(1)
    expect(disk.snapshot().rows.keys.get('device/visit')).toEqual(shown.at(-1)!.visit)
  })
})
