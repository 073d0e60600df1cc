import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { MemoryLocker, Server } from '@tus/server'
import type { DeviceId, TenantId } from '#domain/ids.ts'
import { ok, refused } from '#domain/result.ts'
import { CLOSED_PHOTO_BYTES, PHOTO_BYTES } from '#wire/limits.ts'
import type { ServerSeals } from '#server/sealing.ts'
import { PHOTOS_PATH } from '#wire/office.ts'
import { CLOSED } from '#wire/photos.ts'
import type { OfficeRefusal } from '#wire/refusals.ts'
import { isClosed, openUpload, type Said } from './closed.ts'
import { isHash, type KeptPhotos } from './kept.ts'

/** Unfinished uploads wait this long for their device: a tablet may lie in a drawer over a long holiday. */
const PATIENCE = 21 * 24 * 3600 * 1000

/** tus's own number: what arrived is not what was sent, so it is to be sent again. */
const MISMATCH = 460

/** Behind the name of an upload: what of a closed one was opened. */
const OPEN = '.open'

export interface Uploads {
  /** Answers one request of the tus protocol: POST, HEAD, PATCH, DELETE. */
  answer(tenant: TenantId, device: DeviceId, request: Request): Promise<Response>
  /** Deletes what nobody came back for. */
  tidy(): Promise<void>
}

/**
 * Photos on their way, resumable at any byte. Each device writes to files of its own, so that nobody can spoil or
 * truncate another's upload by its name; a finished file is judged and handed to the kept photos, or deleted. One that comes
 * closed is opened first, and its upload has a name of its own: what is half here of the one is no beginning of the other.
 */
export async function photoUploads(folder: string, kept: KeptPhotos, seals: ServerSeals): Promise<Uploads> {
  await mkdir(folder, { recursive: true })
  const datastore = new FileStore({ directory: folder, expirationPeriodInMilliseconds: PATIENCE })
  const locker = new MemoryLocker()

  const serverFor = (tenant: TenantId, device: DeviceId) => {
    const fileId = (name: string) => `${encodeURIComponent(tenant)}.${encodeURIComponent(device)}.${name}`
    return new Server({
      path: PHOTOS_PATH,
      datastore,
      locker,
      maxSize: (request) => (saysClosed(request) ? CLOSED_PHOTO_BYTES : PHOTO_BYTES),
      namingFunction: (_, metadata) => fileId(nameIn(metadata ?? {})),
      generateUrl: (_, { id }) => `${PHOTOS_PATH}/${nameOf(id)}`,
      getFileIdFromRequest: (_, last) =>
        last !== undefined && isHash(hashOf(last)) ? fileId(last) : undefined,
      async onUploadFinish(_, upload) {
        const hash = hashOf(nameOf(upload.id))
        const file = join(folder, upload.id)
        const said = upload.metadata ?? {}
        const opened = isClosed(said) ? await openFile(tenant, hash, said, file) : ok(file)
        const taken = opened.ok ? await kept.take(tenant, device, hash, opened.value) : opened
        await rm(`${file}${OPEN}`, { force: true })
        await rm(file, { force: true })
        await rm(`${file}.json`, { force: true })
        if (!taken.ok) throw refusal(taken.refused === 'photoOtherBytes' ? MISMATCH : 422, taken.refused)
        return {}
      },
    })
  }

  /** Beside what came: a server that ends in the middle finds that as it was, and the device goes on from it. */
  const openFile = async (tenant: TenantId, hash: string, said: Said, file: string) => {
    const opened = await openUpload(seals, tenant, hash, said, Uint8Array.from(await readFile(file)))
    if (!opened.ok) return opened
    if (opened.value.length > PHOTO_BYTES) return refused('photoSealed')
    await writeFile(`${file}${OPEN}`, opened.value)
    return ok(`${file}${OPEN}`)
  }

  return {
    async answer(tenant, device, request) {
      if (request.method === 'HEAD') {
        const hash = hashOf(new URL(request.url).pathname.slice(PHOTOS_PATH.length + 1))
        const [own] = await kept.arrived(tenant, device, [hash])
        const size = own === undefined ? undefined : await kept.size(tenant, own)
        if (size !== undefined) return whole(size)
      }
      return inOurWords(await serverFor(tenant, device).handleWeb(request))
    },
    async tidy() {
      await datastore.deleteExpired()
    },
  }
}

/** The name of an upload: the photo's hash, with a mark where it comes closed. */
function nameIn(said: Said): string {
  const hash = said['hash'] ?? ''
  if (!isHash(hash)) throw refusal(400, 'badRequest')
  return isClosed(said) ? hash + CLOSED : hash
}

function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('.') + 1)
}

function hashOf(name: string): string {
  return name.endsWith(CLOSED) ? name.slice(0, -CLOSED.length) : name
}

/** Before anything of it is read: by its name, or when it is announced by what it says of itself. */
function saysClosed(request: Request): boolean {
  const said = request.headers.get('Upload-Metadata') ?? ''
  return request.method === 'POST' ? /(?:^|,)\s*sealed /.test(said) : request.url.endsWith(CLOSED)
}

/** What tus takes as an error of its own: it sends the body with the status. */
function refusal(status: number, refused: OfficeRefusal): { status_code: number; body: string } {
  return { status_code: status, body: JSON.stringify({ refused }) }
}

/** A photo that is here already: the device learns that there is nothing left to send. */
function whole(size: number): Response {
  const headers = { 'Tus-Resumable': '1.0.0', 'Upload-Offset': String(size), 'Upload-Length': String(size) }
  return new Response(null, { status: 200, headers })
}

const BY_STATUS: Readonly<Record<number, OfficeRefusal>> = {
  404: 'notFound',
  410: 'notFound',
  413: 'tooLarge',
  500: 'serverTrouble',
}

/** tus speaks in plain sentences and to every site; we answer in JSON, to our own pages. */
async function inOurWords(answer: Response): Promise<Response> {
  const headers = new Headers([...answer.headers].filter(([name]) => !name.startsWith('access-control-')))
  if (answer.status < 400) return new Response(answer.body, { status: answer.status, headers })
  // What tus knows and does not do is the sender's mistake, no trouble of ours.
  const status = answer.status > 500 ? 400 : answer.status
  const said = await answer.text()
  const body = said.startsWith('{"refused":')
    ? said
    : JSON.stringify({ refused: BY_STATUS[status] ?? 'badRequest' })
  headers.set('Content-Type', 'application/json')
  headers.delete('Content-Length')
  return new Response(body, { status, headers })
}
