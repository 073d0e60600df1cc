import { ok, type Result, refused } from '#domain/result.ts'
import { type Manifest, type ManifestRefusal, proven, readManifest } from './manifest.ts'
import { openKeyOf, type Source } from './seal.ts'

export type SourceRefusal =
  | ManifestRefusal
  | 'keyMissing' // its files are sealed
  | 'keyOther' // to other keys than the one that was brought

/** A backup that is whole: every file is there and is what it was, and the key opens it. */
export async function openBackup(
  folder: string,
  key: string | undefined,
): Promise<Result<{ readonly manifest: Manifest; readonly source: Source }, SourceRefusal>> {
  const read = await readManifest(folder)
  if (!read.ok) return read
  const manifest = read.value
  if (manifest.sealedTo) {
    if (key === undefined) return refused('keyMissing')
    const open = await openKeyOf(key)
    if (open === undefined || !manifest.sealedTo.includes(open)) return refused('keyOther')
  }
  const whole = await proven(folder, manifest)
  return whole.ok ? ok({ manifest, source: { folder, key, files: manifest.files } }) : whole
}
