import { renderSVG } from 'uqr'
import { type Html, ours } from './html.ts'

/** An address as a square that a phone reads; for the eye of nobody. */
export function qrOf(address: string): Html {
  return ours(
    renderSVG(address, { ecc: 'M', border: 2, blackColor: '#000', whiteColor: '#fff' }).replace(
      '<svg ',
      '<svg class="qr" aria-hidden="true" ',
    ),
  )
}
