import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RecordId } from '#domain/ids.ts'
import { erasedIn, hear } from '#sync/reply.ts'
import type { SyncReply } from '#wire/messages.ts'

const good = {
  protocol: 1,
  request: 'r-1',
  epoch: 'e',
  scope: 's',
  parts: [],
  acked: 0,
  outcomes: [],
  own: [],
  from: '',
  to: 'c',
  records: [],
  forget: [],
  more: false,
  photos: [],
  serverTime: '2026-03-04T07:00:00.000Z',
}

describe('whether a reply counts', () => {
  it('W10 our own reply to this request counts', () => {
    expect(hear({ status: 200, text: JSON.stringify(good) }, 'r-1').is).toBe('reply')
  })

  it.each([
    ['a login page of the property’s wireless network', '<html><body>请登录</body></html>'],
    ['an empty list', '[]'],
    ['an empty object', '{}'],
    ['nothing at all', ''],
    ['half of our own reply', JSON.stringify(good).slice(0, 80)],
    ['another protocol', JSON.stringify({ ...good, protocol: 2 })],
    ['the reply to another request', JSON.stringify({ ...good, request: 'r-0' })],
  ])('W10 %s means no real connection, never an empty page', (_, text) => {
    expect(hear({ status: 200, text }, 'r-1').is).toBe('nothing')
  })

  it('W10 a 413 asks for less, whoever says it', () => {
    expect(hear({ status: 413, text: '<html>nginx</html>' }, 'r-1').is).toBe('tooLarge')
  })

  it('W10 a proxy’s 502 page is no word of ours', () => {
    expect(hear({ status: 502, text: '<html>Bad Gateway</html>' }, 'r-1').is).toBe('nothing')
  })

  it('W10 a refusal of our own server is heard', () => {
    expect(hear({ status: 401, text: '{"refused":"signInFirst"}' }, 'r-1')).toEqual({
      is: 'refused',
      reason: 'signInFirst',
    })
  })

  it('W11 message fields of a later version are ignored', () => {
    expect(hear({ status: 200, text: JSON.stringify({ ...good, tomorrow: true }) }, 'r-1').is).toBe('reply')
  })

  it('W10 whatever comes back, hearing it never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.integer({ min: 100, max: 599 }), (text, status) => {
        expect(['reply', 'tooLarge', 'refused', 'nothing']).toContain(hear({ status, text }, 'r-1').is)
      }),
    )
  })
})

describe('who is erased', () => {
  const her = 'her' as RecordId
  const him = 'him' as RecordId
  const reply = (more: Partial<SyncReply>) =>
    erasedIn({ ...(good as unknown as SyncReply), forget: [her, him], ...more }, 's')

  it('W15 of what a reply takes away it is whoever the reply calls so, and nobody where it calls nobody so', () => {
    expect(reply({ erased: [her] })).toEqual([her])
    expect(reply({ erased: [] })).toEqual([])
    expect(reply({ scope: 'another', forget: [], erased: [her] })).toEqual([her])
  })

  it('W15 from a server of before, which does not tell the two apart, everybody it names; nobody where it names none', () => {
    expect(reply({})).toEqual([her, him])
    expect(reply({ scope: 'another' })).toEqual([])
  })

  it('W15 a turn says nothing of anybody', () => {
    expect(reply({ turn: 'fork', erased: [her] })).toEqual([])
    expect(reply({ turn: 'epoch' })).toEqual([])
  })

  it('W10 a list of it that is none is no reply of ours', () => {
    const said = (erased: unknown) =>
      hear({ status: 200, text: JSON.stringify({ ...good, erased }) }, 'r-1').is
    expect([said(['her']), said('her'), said([1])]).toEqual(['reply', 'nothing', 'nothing'])
  })
})
