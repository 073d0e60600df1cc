import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { MemoryLocker, Server } from '@tus/server'
import type { DeviceId, TenantId } from '#domain/ids.ts'
import { PHOTO_BYTES } from '#wire/limits.ts'
import { PHOTOS_PATH } from '#wire/office.ts'
import type { OfficeRefusal } from '#wire/refusals.ts'
import { isHash, type KeptPhotos } from './kept.ts'

/** Unfinished uploads wait this long for their device: a tablet may lie in a drawer over a long holiday. */
const PATIENCE = 21 * 24 * 3600 * 1000

/** tus's own number: what arrived is not what was sent, so it is to be sent again. */
const MISMATCH = 460

export interface Uploads {
  /** Answers one request of the tus protocol: POST, HEAD, PATCH, DELETE. */
  answer(tenant: TenantId, device: DeviceId, request: Request): Promise<Response>
  /** Deletes what nobody came back for. */
  tidy(): Promise<void>
}

/**
 * Photos on their way, resumable at any byte. Each device writes to files of its own, so that nobody can spoil or
 * truncate another's upload by its name; a finished file is judged and handed to the kept photos, or deleted.
 */
export async function photoUploads(folder: string, kept: KeptPhotos): Promise<Uploads> {
  await mkdir(folder, { recursive: true })
  const datastore = new FileStore({ directory: folder, expirationPeriodInMilliseconds: PATIENCE })
  const locker = new MemoryLocker()

  const serverFor = (tenant: TenantId, device: DeviceId) => {
    const fileId = (hash: string) => `${encodeURIComponent(tenant)}.${encodeURIComponent(device)}.${hash}`
    return new Server({
      path: PHOTOS_PATH,
      datastore,
      locker,
      maxSize: PHOTO_BYTES,
      namingFunction: (_, metadata) => fileId(hashIn(metadata?.['hash'] ?? '')),
      generateUrl: (_, { id }) => `${PHOTOS_PATH}/${id.slice(id.lastIndexOf('.') + 1)}`,
      getFileIdFromRequest: (_, last) => (last !== undefined && isHash(last) ? fileId(last) : undefined),
      async onUploadFinish(_, upload) {
        const hash = upload.id.slice(upload.id.lastIndexOf('.') + 1)
        const file = join(folder, upload.id)
        const taken = await kept.take(tenant, device, hash, file)
        await rm(file, { force: true })
        await rm(`${file}.json`, { force: true })
        if (!taken.ok) throw refusal(taken.refused === 'photoOtherBytes' ? MISMATCH : 422, taken.refused)
        return {}
      },
    })
  }

  return {
    async answer(tenant, device, request) {
      if (request.method === 'HEAD') {
        const hash = new URL(request.url).pathname.slice(PHOTOS_PATH.length + 1)
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

function hashIn(text: string): string {
  if (!isHash(text)) throw refusal(400, 'badRequest')
  return text
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
