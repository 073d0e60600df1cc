import { type GenericSchema, safeParse } from 'valibot'
import { isDeeper } from '#domain/depth.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import { NESTING } from '#wire/limits.ts'

const BROKEN_OFF = { done: undefined, value: undefined } as const

export type BodyRefusal = 'tooLarge' | 'badRequest' | 'tooDeep'

/**
 * The whole body, or a refusal as soon as it is longer than the route takes: never more than that is kept. One that breaks
 * off is no trouble of ours: lines do.
 */
export async function readBytes(
  request: Request,
  most: number,
): Promise<Result<Uint8Array, 'tooLarge' | 'badRequest'>> {
  const said = Number(request.headers.get('Content-Length') ?? 0)
  if (said > most) return refused('tooLarge')
  if (!request.body) return ok(new Uint8Array())
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read().catch(() => BROKEN_OFF)
    if (done === undefined) return refused('badRequest')
    if (done) break
    length += value.length
    if (length > most) {
      await reader.cancel()
      return refused('tooLarge')
    }
    chunks.push(value)
  }
  return ok(Buffer.concat(chunks))
}

/** A form of ours; unknown fields are ignored. */
export async function readForm<T>(
  request: Request,
  schema: GenericSchema<unknown, T>,
  most: number,
): Promise<Result<T, BodyRefusal>> {
  const bytes = await readBytes(request, most)
  if (!bytes.ok) return bytes
  let form: unknown
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value)
    if (isDeeper(json, NESTING)) return refused('tooDeep')
    form = JSON.parse(json)
  } catch {
    return refused('badRequest')
  }
  const parsed = safeParse(schema, form)
  return parsed.success ? ok(parsed.output) : refused('badRequest')
}
