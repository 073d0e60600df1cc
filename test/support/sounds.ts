/** A recording as a browser begins one: a WebM head, then something of a length. */
export function aSound(said = 'one', length = 3000): Uint8Array<ArrayBuffer> {
  const head = [
    0x1a,
    0x45,
    0xdf,
    0xa3,
    0x9f,
    0x42,
    0x82,
    0x84,
    ...Buffer.from('webm'),
    ...Buffer.from('A_OPUS'),
  ]
  return Uint8Array.from([...head, ...Buffer.from(said), ...Array<number>(length).fill(7)])
}
