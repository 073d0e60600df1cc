import { hashRaw } from '@node-rs/argon2'
import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => vi.restoreAllMocks())

test('a browser without vectors computes the same', async () => {
  vi.resetModules()
  const { argon2id } = await import('#device/argon2id.ts')
  const start = WebAssembly.instantiate.bind(WebAssembly) as (...of: unknown[]) => Promise<unknown>
  let refused = 0
  const withoutVectors = (code: Uint8Array, imports: unknown) => {
    // The larger of the two is the one with vectors.
    if (code.length < 4_000) return start(code, imports)
    refused += 1
    return Promise.reject(new WebAssembly.CompileError('invalid opcode 0xfd'))
  }
  vi.spyOn(WebAssembly, 'instantiate').mockImplementation(
    withoutVectors as unknown as typeof WebAssembly.instantiate,
  )
  const [password, salt] = [Buffer.from('407158'), Buffer.from('0123456789abcdef')]
  const computed = await argon2id({
    password,
    salt,
    parallelism: 1,
    passes: 2,
    memorySize: 1024,
    tagLength: 32,
  })
  const other = { salt, memoryCost: 1024, timeCost: 2, parallelism: 1, outputLen: 32 }
  expect(computed).toEqual(new Uint8Array(await hashRaw(password, other)))
  expect(refused).toBe(1)
})
