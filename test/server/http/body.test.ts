import { object, string } from 'valibot'
import { expect, test } from 'vitest'
import { readBytes, readForm } from '#server/http/body.ts'

const schema = object({ name: string() })

function post(body: BodyInit, headers: HeadersInit = {}): Request {
  return new Request('http://here/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
}

test('unknown fields are ignored', async () => {
  const form = await readForm(post('{"name":"何","points":3}'), schema, 1000)
  expect(form).toEqual({ ok: true, value: { name: '何' } })
})

test.each(['', '{', 'null', '[]', '"x"', '<html>', '{"name":1}', '{"name":"\ud800'])(
  'the body %j is refused',
  async (body) => {
    expect(await readForm(post(body), schema, 1000)).toEqual({ ok: false, refused: 'badRequest' })
  },
)

test('bytes that are no UTF-8 are refused', async () => {
  expect(await readForm(post(Uint8Array.of(0x22, 0xff, 0x22)), schema, 1000)).toEqual({
    ok: false,
    refused: 'badRequest',
  })
})

test('a form that is nested deeper than eight is refused, also a hundred thousand deep', async () => {
  const nested = (depth: number) => `{"name":"x","more":${'['.repeat(depth)}${']'.repeat(depth)}}`
  expect((await readForm(post(nested(7)), schema, 1_000_000)).ok).toBe(true)
  expect(await readForm(post(nested(8)), schema, 1_000_000)).toEqual({ ok: false, refused: 'tooDeep' })
  expect(await readForm(post(nested(100_000)), schema, 1_000_000)).toEqual({ ok: false, refused: 'tooDeep' })
})

test('a body that breaks off on its way is refused, and is no trouble of ours', async () => {
  const broken = new ReadableStream({
    start: (controller) => controller.error(new Error('aborted')),
  })
  expect(await readBytes(post(broken), 100)).toEqual({ ok: false, refused: 'badRequest' })
})

test('a body that says it is too long is refused before it is read, one that lies as soon as it is', async () => {
  expect(await readBytes(post('12345', { 'Content-Length': '5' }), 4)).toEqual({
    ok: false,
    refused: 'tooLarge',
  })
  let sent = 0
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1
      controller.enqueue(new Uint8Array(1000))
    },
  })
  expect(await readBytes(post(endless), 5000)).toEqual({ ok: false, refused: 'tooLarge' })
  expect(sent).toBeLessThan(20)
})
