import type { Context } from 'hono'
import { soundType } from '#domain/sound.ts'
import { type ArrivedReply, arrivedSchema } from '#wire/photos.ts'
import { readForm } from './body.ts'
import type { AppDeps, Handlers } from './deps.ts'
import type { Env } from './guard.ts'
import { refuse } from './refuse.ts'
import { ROUTES } from './routes.ts'

type Photos =
  | 'POST /api/photos'
  | 'POST /api/photos/arrived'
  | 'PATCH /api/photos/:hash'
  | 'GET /api/photos/:hash'

/** Opened on its own a photo or a recording may do nothing at all; it is downloaded rather than shown. */
function headersOf(bytes: Uint8Array): Record<string, string> {
  const sound = soundType(bytes)
  return {
    'Content-Type': sound ?? 'image/jpeg',
    'Content-Disposition': `attachment; filename="${sound ? `recording.${sound.slice('audio/'.length)}` : 'photo.jpg'}"`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
  }
}

/**
 * W14. A photo that nobody named and one that the caller may not see are the same answer. Of one that a record in their
 * scope names they are told that it is still on its way: the record has told them that it is.
 */
export function photos({ uploads, kept, mayReadPhoto }: AppDeps): Handlers<Photos> {
  const upload = (c: Context<Env>) => {
    const { tenant, device } = c.get('caller')
    return uploads.answer(tenant, device.device, c.req.raw)
  }
  return {
    'POST /api/photos': upload,
    'POST /api/photos/arrived': async (c) => {
      const form = await readForm(c.req.raw, arrivedSchema, ROUTES['POST /api/photos/arrived'].bytes)
      if (!form.ok) return refuse(form.refused)
      const caller = c.get('caller')
      const arrived: string[] = []
      for (const hash of new Set(form.value.hashes)) {
        if ((await mayReadPhoto(caller, hash)) && (await kept.size(caller.tenant, hash)) !== undefined)
          arrived.push(hash)
      }
      return Response.json({ arrived } satisfies ArrivedReply)
    },
    'PATCH /api/photos/:hash': upload,
    'GET /api/photos/:hash': async (c) => {
      if (c.req.raw.method === 'HEAD') return upload(c)
      const caller = c.get('caller')
      const hash = c.req.param('hash') ?? ''
      if (!(await mayReadPhoto(caller, hash))) return refuse('notFound')
      const bytes = await kept.read(caller.tenant, hash)
      if (!bytes) return refuse('photoComing')
      return new Response(bytes, { headers: headersOf(bytes) })
    },
  }
}
