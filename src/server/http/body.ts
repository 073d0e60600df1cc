import { type GenericSchema, safeParse } from 'valibot'
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
  if (isDeeper(bytes.value, NESTING)) return refused('tooDeep')
  let form: unknown
  try {
    form = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value))
  } catch {
    return refused('badRequest')
  }
  const parsed = safeParse(schema, form)
  return parsed.success ? ok(parsed.output) : refused('badRequest')
}

/**
 * Whether a JSON text nests its values deeper than `most`. Asked before it is parsed: some megabytes of brackets become
 * half a gigabyte of lists.
 */
export function isDeeper(json: Uint8Array, most: number): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < json.length; at += 1) {
    const byte = json[at]
    if (inString) {
      if (byte === BACKSLASH) at += 1
      else if (byte === QUOTE) inString = false
    } else if (byte === QUOTE) inString = true
    else if (byte === LIST || byte === OBJECT) {
      depth += 1
      if (depth > most) return true
    } else if (byte === LIST_END || byte === OBJECT_END) depth -= 1
  }
  return false
}

const [QUOTE, BACKSLASH, LIST, LIST_END, OBJECT, OBJECT_END] = Buffer.from('"\\[]{}')
