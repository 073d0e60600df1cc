/** As far as this file asks it of the browser; the standard types do not know it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): string }
}

let policy: { createScriptURL(address: string): string } | undefined

/**
 * The address of a script that may run beside the page: the service worker, and the workers of this build. Where the
 * browser has Trusted Types the page's own rules let a script begin by no other way, and text into no HTML at all.
 *
 * @throws TypeError for any other address: that is a defect, or somebody else's doing
 */
export function ourScript(address: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  if (!trustedTypes) return checked(address)
  // Its name is in the Content-Security-Policy of `server/http/headers.ts`, which lets it be made once.
  policy ??= trustedTypes.createPolicy('linbian', { createScriptURL: checked })
  return policy.createScriptURL(address)
}

function checked(address: string): string {
  const { origin, pathname } = new URL(address, location.href)
  const ours = pathname === '/sw.js' || pathname.startsWith('/assets/') || import.meta.env.DEV
  if (origin !== location.origin || !ours) throw new TypeError(`no script of ours: ${pathname}`)
  return address
}
