import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { fetchPhoto } from '#device/post.ts'

/** A server that answers one way. */
async function answering(status: number, body: string): Promise<string> {
  const server = createServer((_, answer) => void answer.writeHead(status).end(body))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/photos/x`
}

test.each([
  ['its bytes', 200, 'bytes', 'here'],
  ['that a record names it and it is on its way', 404, '{"refused":"photoComing"}', 'coming'],
  ['that it is not for this person', 404, '{"refused":"notFound"}', 'closed'],
  ['that nobody is signed in', 401, '{"refused":"signInFirst"}', 'closed'],
  ['that the office is in trouble', 500, '{"refused":"serverTrouble"}', 'noWay'],
  ['the page of a hotspot', 403, '<html>Please log in</html>', 'noWay'],
])('INV-21 a photo is told apart by %s', async (_, status, body, is) => {
  expect((await fetchPhoto(await answering(status, body))).is).toBe(is)
})

test('INV-21 a photo to which there is no way is not said to be missing', async () => {
  expect(await fetchPhoto('http://127.0.0.1:1/api/photos/x')).toEqual({ is: 'noWay' })
})
