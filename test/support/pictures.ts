/** Makers of small JPEGs: a real one, 64 × 48, as a browser's canvas writes it, and the same with things added. */
const CANVAS_JPEG =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYnKSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCj/wAARCAAwAEADASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAUHBv/EACUQAQAAAwcEAwAAAAAAAAAAAAACBAUBBhIWNlSCEaOy0QNBYf/EABkBAQADAQEAAAAAAAAAAAAAAAADBgcFCP/EACwRAAICAQEAEwAAAAAAAAAAAAABAgMEBRESFBUxMzVBUVJUYXFykZKxstH/2gAMAwEAAhEDEQA/AM6AU49IhFvjpyb4ecK0i3x05N8POFNjcdDxXyc3WeTsjyS+rMzAWswAAANmEXM9I3faj9GZ6Ru+1H6VTc13Ufozf9+dO7RD3R/S0i3x05N8POEzPSN32o/SZeWu02coszLy0zj+WPDhhwRWdekVlv3Z+JaKLVbFuL4VzPpOfq2rYFmBfCF8G3CSSUo7Le1fecMAsxiAAAAAAAAAAAAH/9k='

export function aPicture(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(CANVAS_JPEG, 'base64'))
}

/** The picture with one more segment behind its first two bytes. */
export function withSegment(
  picture: Uint8Array,
  marker: number,
  body: Uint8Array | string,
): Uint8Array<ArrayBuffer> {
  const bytes = typeof body === 'string' ? Buffer.from(body, 'latin1') : body
  const length = bytes.length + 2
  const head = [0xff, marker, length >> 8, length & 0xff]
  return Uint8Array.from([...picture.subarray(0, 2), ...head, ...bytes, ...picture.subarray(2)])
}

/** As a phone's camera writes it: EXIF with a GPS block. */
export function withExif(picture: Uint8Array): Uint8Array<ArrayBuffer> {
  return withSegment(picture, 0xe1, 'Exif\0\0MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0')
}

/** Says it is so large; the bytes behind are the same. */
export function claiming(picture: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const claimed = Uint8Array.from(picture)
  const frame = claimed.findIndex((byte, at) => byte === 0xff && claimed[at + 1] === 0xc0)
  claimed.set([height >> 8, height & 0xff, width >> 8, width & 0xff], frame + 5)
  return claimed
}
