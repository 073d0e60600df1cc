import './firm-link.css'
import type { TenantId } from '#domain/ids.ts'
import type { FirmLink } from '#domain/ledger/firmLink.ts'
import { useQr } from '#ui/screens/invite/useQr.ts'
import { useWords } from '#ui/words.ts'

/** Where a firm opens its order: an id and no secret; the compound that is meant, on a server that has several. */
export function addressOfLink(tenant: TenantId, link: FirmLink): string {
  return new URL(`/gongshi/job/${link.id}?c=${tenant.slice(0, 8)}`, location.origin).href
}

/** The address as a square that phones read. */
export function LinkSquare({ address }: { address: string }) {
  const { firmLink } = useWords()
  const qr = useQr(address)
  return (
    qr && (
      <svg
        class="firm-qr"
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        role="img"
        aria-label={firmLink.qr}
        shape-rendering="crispEdges"
      >
        <path d={qr.path} />
      </svg>
    )
  )
}
