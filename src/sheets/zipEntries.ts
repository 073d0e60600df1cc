export interface ZipEntry {
  readonly name: string
  /** Unpacked, as the archive says itself. */
  readonly size: number
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_LENGTH = 22
const COMMENT_MOST = 65_535

/** The table of contents at the end of a zip; undefined where the end is missing, as in a file that was cut off. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - END_LENGTH
  const lowest = Math.max(0, end - COMMENT_MOST)
  while (end >= lowest && view.getUint32(end, true) !== END) end -= 1
  if (end < lowest) return undefined
  const count = view.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return undefined
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.push({ name, size: view.getUint32(at + 24, true) })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}
