import type { Context } from 'hono'
import type { AppDeps, Handlers } from './deps.ts'
import type { Env } from './guard.ts'
import { refuse } from './refuse.ts'

type Photos = 'POST /api/photos' | 'PATCH /api/photos/:hash' | 'GET /api/photos/:hash'

/** Opened on its own a photo may do nothing at all; it is downloaded rather than shown. */
const PHOTO_HEADERS = {
  'Content-Type': 'image/jpeg',
  'Content-Disposition': 'attachment; filename="photo.jpg"',
  'Content-Security-Policy': "default-src 'none'; sandbox",
}

/** W14. A photo that is not there and one that the caller may not see are the same answer. */
export function photos({ uploads, kept, mayReadPhoto }: AppDeps): Handlers<Photos> {
  const upload = (c: Context<Env>) => {
    const { tenant, device } = c.get('caller')
    return uploads.answer(tenant, device.device, c.req.raw)
  }
  return {
    'POST /api/photos': upload,
    'PATCH /api/photos/:hash': upload,
    'GET /api/photos/:hash': async (c) => {
      if (c.req.raw.method === 'HEAD') return upload(c)
      const caller = c.get('caller')
      const hash = c.req.param('hash') ?? ''
      const bytes = await kept.read(caller.tenant, hash)
      if (!bytes || !(await mayReadPhoto(caller, hash))) return refuse('notFound')
      return new Response(bytes, { headers: PHOTO_HEADERS })
    },
  }
}
