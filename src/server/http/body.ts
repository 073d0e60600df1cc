import { type GenericSchema, safeParse } from 'valibot'
import { ok, type Result, refused } from '#domain/result.ts'
import { NESTING } from '#wire/limits.ts'

export type BodyRefusal = 'tooLarge' | 'badRequest' | 'tooDeep'

/** The whole body, or a refusal as soon as it is longer than the route takes: never more than that is kept. */
export async function readBytes(request: Request, most: number): Promise<Result<Uint8Array, 'tooLarge'>> {
  const said = Number(request.headers.get('Content-Length') ?? 0)
  if (said > most) return refused('tooLarge')
  if (!request.body) return ok(new Uint8Array())
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
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
    form = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value))
  } catch {
    return refused('badRequest')
  }
  if (isDeeper(form, NESTING)) return refused('tooDeep')
  const parsed = safeParse(schema, form)
  return parsed.success ? ok(parsed.output) : refused('badRequest')
}

/** Whether values are nested deeper than `most`. Walks without recursion: depth is the sender's choice. */
export function isDeeper(value: unknown, most: number): boolean {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let one = open.pop(); one; one = open.pop()) {
    if (typeof one.value !== 'object' || one.value === null) continue
    if (one.depth >= most) return true
    for (const child of Object.values(one.value)) open.push({ value: child, depth: one.depth + 1 })
  }
  return false
}
