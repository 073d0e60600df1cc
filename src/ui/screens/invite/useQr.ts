import { useEffect, useState } from 'preact/hooks'
import type { QrPath } from './qr.ts'

/** A text as a square that phones read. Its drawing comes in a file of its own; undefined until it is here, or where it cannot be had. */
export function useQr(text: string): QrPath | undefined {
  const [qr, setQr] = useState<QrPath>()
  useEffect(() => {
    let wanted = true
    // Whoever shows it has the same in letters beside it.
    import('./qr.ts').then(
      ({ qrPath }) => wanted && setQr(qrPath(text)),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [text])
  return qr
}
