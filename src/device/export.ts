export interface FileToHandOver {
  readonly name: string
  readonly type: string
  readonly content: string | Uint8Array<ArrayBuffer>
}

/**
 * Hands a file to the person, inside a gesture: through the system's share sheet where it takes files (a phone's
 * download folder is hard to find), otherwise as a download. `cancelled`: the person closed the sheet.
 */
export async function handOver({
  name,
  type,
  content,
}: FileToHandOver): Promise<'shared' | 'downloaded' | 'cancelled'> {
  const file = new File([content], name, { type })
  if ('canShare' in navigator && navigator.canShare({ files: [file] })) {
    try {
      await navigator.share({ files: [file], title: name })
      return 'shared'
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled'
      // Offered but not able; the download is still there.
    }
  }
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // Safari reads the file only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return 'downloaded'
}
