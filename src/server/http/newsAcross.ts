import type { TenantId } from '#domain/ids.ts'
import type { Scope } from '#domain/rights.ts'
import type { Store } from '#server/store.ts'

type Tell = (tenant: TenantId, touched: readonly Scope[]) => void

/** What one process says to the others. */
interface Said {
  readonly from: string
  readonly tenant: TenantId
  readonly touched: readonly Scope[]
}

/** What moves in this time is told together. */
const GATHER_MS = 50
/** The scopes of one hint, in characters of JSON: of three bytes at most each, they stay below what one notification holds. */
const HINT = 2000

/**
 * Tells the other processes of a database what moved, so that they tell the devices that listen to them (W12), and hears
 * it from them. `me` is this process's name among them: its own words come back to it too.
 */
export function newsAcross(
  open: NonNullable<Store['hints']>,
  me: string,
  heard: Tell,
): { readonly tell: Tell; close(): Promise<void> } {
  const gathered = new Map<TenantId, Map<string, Scope>>()
  let soon: NodeJS.Timeout | undefined

  const hints = open((hint) => {
    const said = read(hint)
    if (said && said.from !== me) heard(said.tenant, said.touched)
  })
  const send = (tenant: TenantId, touched: readonly Scope[]) =>
    hints.send(JSON.stringify({ from: me, tenant, touched } satisfies Said))
  const flush = () => {
    soon = undefined
    for (const [tenant, scopes] of gathered) {
      let part: Scope[] = []
      let length = 0
      for (const [text, scope] of scopes) {
        if (length + text.length > HINT && part.length > 0) {
          send(tenant, part)
          part = []
          length = 0
        }
        part.push(scope)
        length += text.length
      }
      send(tenant, part)
    }
    gathered.clear()
  }
  return {
    tell(tenant, touched) {
      const scopes = gathered.get(tenant) ?? new Map<string, Scope>()
      for (const scope of touched) scopes.set(JSON.stringify(scope), scope)
      gathered.set(tenant, scopes)
      soon ??= setTimeout(flush, GATHER_MS)
    },
    close() {
      clearTimeout(soon)
      return hints.close()
    },
  }
}

function read(hint: string): Said | undefined {
  try {
    return JSON.parse(hint) as Said
  } catch {
    return undefined
  }
}
