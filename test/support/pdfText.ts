import { extractText, getDocumentProxy } from 'unpdf'

/**
 * What can be read on each page of a PDF, page by page. A PDF keeps signs and their places, no words: gaps and line ends are
 * where the reader guesses them, so none are left, and a sign that a font draws like another (⼀) is told as what was written
 * (一). Look for text with `bare` over it: `expect(page).toContain(bare('周议会 纪要'))`.
 * @throws where the bytes are no PDF
 */
export async function pdfText(pdf: Uint8Array): Promise<readonly string[]> {
  // The reader takes the bytes over; the caller's stay.
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)), { mergePages: false })
  return text.map(bare)
}

/** A text as `pdfText` tells it. */
export function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '')
}
