import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ReadableStream } from 'node:stream/web'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { flushed } from './files.ts'

/** Ends the name of a file that only the owner of a key opens. The `age` tool opens it too. */
const SEALED = '.age'

/** Where a backup is written, and the public keys (`age1…`) of those who open it; none: whoever has it opens it. */
export interface Keeping {
  readonly folder: string
  readonly to: readonly string[]
}

/** A backup to read from, and the secret key if its files are sealed. */
export interface Source {
  readonly folder: string
  readonly key: string | undefined
  /** The manifest's: what each file is called there. */
  readonly files: Readonly<Record<string, string>>
}

export interface KeyPair {
  /** To be kept away from the server. */
  readonly secret: string
  readonly open: string
}

export async function newKeyPair(): Promise<KeyPair> {
  const secret = await generateX25519Identity()
  return { secret, open: await identityToRecipient(secret) }
}

/** The public key of a secret one; undefined where that is none. */
export async function openKeyOf(secret: string): Promise<string | undefined> {
  return identityToRecipient(secret).catch(() => undefined)
}

export function isOpenKey(text: string): boolean {
  try {
    new Encrypter().addRecipient(text)
    return true
  } catch {
    return false
  }
}

/** What a file is called in a backup. */
export function nameOf(name: string, to: readonly string[]): string {
  return to.length > 0 ? `${name}${SEALED}` : name
}

/** Writes one file of a backup; answers its name there and the SHA-256 (hex) of its bytes. On the disk when it resolves. */
export async function save(
  { folder, to }: Keeping,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ readonly name: string; readonly sha256: string }> {
  const called = nameOf(name, to)
  const path = join(folder, called)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  const hashed = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(to.length > 0 ? sealed(bytes, to) : bytes, hashed, createWriteStream(path, { mode: 0o600 }))
  await flushed(path)
  return { name: called, sha256: hash.digest('hex') }
}

async function* sealed(bytes: AsyncIterable<Uint8Array>, to: readonly string[]): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter()
  for (const one of to) encrypter.addRecipient(one)
  yield* (await encrypter.encrypt(asWeb(bytes))) as unknown as AsyncIterable<Uint8Array>
}

/**
 * The bytes of a file as they were before it was sealed.
 * @throws where the key is not one of those it was sealed to; whoever reads has asked before (`keyFits`)
 */
export async function* bytesOf({ folder, files, key }: Source, name: string): AsyncGenerator<Uint8Array> {
  if (files[name] !== undefined) return yield* createReadStream(join(folder, name))
  const { plain } = await open(join(folder, `${name}${SEALED}`), key)
  yield* plain as unknown as AsyncIterable<Uint8Array>
}

export async function textOf(source: Source, name: string): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytesOf(source, name)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** How many bytes a file had before it was sealed. */
export async function sizeOf({ folder, files, key }: Source, name: string): Promise<number> {
  if (files[name] !== undefined) return (await stat(join(folder, name))).size
  const path = join(folder, `${name}${SEALED}`)
  const { plain, file } = await open(path, key)
  await plain.cancel()
  file.destroy()
  return plain.size((await stat(path)).size)
}

/** The names of a backup's files as they were before they were sealed. */
export function namesIn({ files }: Pick<Source, 'files'>): readonly string[] {
  return Object.keys(files).map((name) => (name.endsWith(SEALED) ? name.slice(0, -SEALED.length) : name))
}

async function open(path: string, key: string | undefined) {
  if (key === undefined) throw new Error('a sealed backup is read with its key')
  const decrypter = new Decrypter()
  decrypter.addIdentity(key)
  const file = createReadStream(path)
  return { plain: await decrypter.decrypt(asWeb(file)), file }
}

/** Node's streams are the browser's, by another name. */
function asWeb(bytes: AsyncIterable<Uint8Array>): globalThis.ReadableStream<Uint8Array> {
  return ReadableStream.from(bytes)
}
