import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { openShift } from '#commands/bins.ts'
import { recordIncident } from '#commands/incidents.ts'
import type { Incident } from '#domain/bins/incident.ts'
import type { Place as PlaceRecord } from '#domain/places.ts'
import { photoBytes } from '#store/photoBytes.ts'
import { waitingPhotos } from '#store/photos.ts'
import { must } from '#test/support/binSide.ts'
import { aPicture } from '#test/support/pictures.ts'
import { chance } from '#test/sim/random.ts'
import { aPlace, type Place } from './place.ts'

const USAGE = 'npm run photos -- [--cuts 500] [--seed 1] [--json]'

interface Found {
  cuts: number
  inRequest: number
  inReply: number
  photos: number
  /** Cuts whose photo arrived with the hash of its bytes. */
  equal: number
  /** Moments at which neither the device nor the server had a photo whole. */
  lost: number
  /** Times a device let go of its bytes before the server had them and a record that it confirmed named them. */
  letGoEarly: number
  /** Bytes of all photos; what went over the way beyond them is heads and what the cuts took. */
  bytes: number
  sentBytes: number
}

const read = options()
if (read) process.exitCode = await run(read)

async function run({ cuts, seed, json }: { cuts: number; seed: number; json: boolean }): Promise<number> {
  const place = await aPlace()
  const found = await cutAll(place, cuts, seed)
  await place.close()
  const good = found.cuts === found.equal && found.lost === 0 && found.letGoEarly === 0
  if (!json)
    process.stdout.write(`${found.cuts} cuts, ${found.equal} equal, ${found.lost} lost (seed ${seed})\n`)
  else process.stdout.write(`${JSON.stringify({ ...found, seed })}\n`)
  return good ? 0 : 1
}

/** Photo after photo, each cut a few times at random bytes of what is asked or answered, then let through. */
async function cutAll({ device, other, way }: Place, cuts: number, seed: number): Promise<Found> {
  const random = chance(seed)
  const found: Found = {
    cuts: 0,
    inRequest: 0,
    inReply: 0,
    photos: 0,
    equal: 0,
    lost: 0,
    letGoEarly: 0,
    bytes: 0,
    sentBytes: 0,
  }
  const point = device.view.all<PlaceRecord>('place').find((one) => one.what === 'binPoint')
  if (!point) throw new Error('no bin point')
  const shift = await must(openShift(device, { place: point.id, day: '2026-03-02', window: 'morning' }))

  while (found.cuts < cuts) {
    const bytes = pictureOf(random.below(random.below(4) === 0 ? 200_000 : 20_000), random.below)
    const hash = await device.takePhoto(bytes)
    found.photos += 1
    found.bytes += bytes.length
    const said = { place: point.id, shift, type: 'overflow', action: 'cleaned', photos: [hash] } as const
    const incident = await must(recordIncident(device, said))
    const wanted = Math.min(cuts - found.cuts, 1 + random.below(5))
    let struck = 0
    for (let tries = 0; struck < wanted && tries < 40; tries += 1) {
      const side = random.below(3) === 0 ? 'reply' : 'request'
      // A request is a head of some 400 bytes and the photo; an answer is a head.
      const span = side === 'reply' ? 500 : random.below(2) === 0 ? 700 : bytes.length + 500
      way.arm({ side, after: random.below(span), reset: random.below(2) === 0 })
      await device.sync()
      if (way.struck()) {
        struck += 1
        found.cuts += 1
        found[side === 'reply' ? 'inReply' : 'inRequest'] += 1
      }
      way.arm(undefined)
      const here = await isWhole(await photoBytes(device.photos, hash), hash)
      await other.sync()
      const there = await isWhole(await fetched(other, hash), hash)
      // The words are there from the first round on, and say which photo is still to come.
      const named = other.view.get<Incident>(incident)?.photos.includes(hash) === true
      if (!here && !there) found.lost += 1
      if (!here && !(there && named)) found.letGoEarly += 1
      if (!(await waitingPhotos(device.disk)).includes(hash)) break
    }
    for (let tries = 0; tries < 20 && (await waitingPhotos(device.disk)).length > 0; tries += 1)
      await device.sync()
    if (await isWhole(await fetched(other, hash), hash)) found.equal += struck
  }
  found.sentBytes = way.sent
  return found
}

async function fetched(other: Place['other'], hash: string): Promise<Uint8Array | undefined> {
  const answer = await other.wire.send(`/api/photos/${hash}`, { method: 'GET' })
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined
}

async function isWhole(bytes: Uint8Array | undefined, hash: string): Promise<boolean> {
  return bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === hash
}

/** A plain JPEG with so many bytes more of picture. */
function pictureOf(more: number, below: (most: number) => number): Uint8Array<ArrayBuffer> {
  const plain = aPicture()
  const bytes = new Uint8Array(plain.length + more)
  bytes.set(plain.subarray(0, -2))
  for (let at = plain.length - 2; at < bytes.length - 2; at += 1) bytes[at] = below(255)
  bytes.set(plain.subarray(-2), bytes.length - 2)
  return bytes
}

function options(): { cuts: number; seed: number; json: boolean } | undefined {
  try {
    const { values } = parseArgs({
      options: { cuts: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean' } },
    })
    const [cuts, seed] = [Number(values.cuts ?? 500), Number(values.seed ?? 1)]
    if (!Number.isInteger(cuts) || cuts < 1 || !Number.isInteger(seed)) throw new Error('not a number')
    return { cuts, seed, json: values.json === true }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'unreadable'}\n${USAGE}\n`)
    process.exitCode = 2
    return undefined
  }
}
