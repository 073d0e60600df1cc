import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { TenantId } from '#domain/ids.ts'
import { COMPOUND_HEADER, COMPOUND_QUERY, COMPOUNDS_MOST, mayStandBeside } from '#domain/severalCompounds.ts'

const DAY = 24 * 3600
/** As long as browsers allow. A volunteer who was away for a winter comes back to their device. */
const AGE = 400 * DAY
/**
 * It is set anew at a contact when it is older than this, and not at each: the answer to something that was asked before somebody was
 * let in may come after theirs, and would put back what they had before.
 */
const RENEWED_AFTER_DAYS = 7
/** Between what it says and the day on which it was set. */
const SET_ON = '!'

const NAME = 'linbian'

/**
 * The session's cookie: no script reads it, no other site sends it, and over TLS no other host can set it. A browser that holds
 * several compounds has one for each; which of them is meant, the request says.
 */
export interface SessionCookie {
  /** The further compound that a request names; `wrong`: what it names is no name. */
  named(c: Context): TenantId | 'wrong' | undefined
  read(c: Context): string | undefined
  set(c: Context, token: string): void
  /** Sets the one that the request came with again, when it has become old. */
  renew(c: Context): void
  clear(c: Context): void
  /** Whether this browser has as many as it may, and none for what the request names. */
  isFull(c: Context): boolean
}

export function sessionCookie(https: boolean, now: () => Date): SessionCookie {
  const options = { path: '/', httpOnly: true, sameSite: 'Strict', secure: https } as const
  const prefix = https ? '__Host-' : ''
  const first = prefix + NAME
  const named = (c: Context) => {
    const said = c.req.header(COMPOUND_HEADER) ?? (c.req.method === 'GET' ? c.req.query(COMPOUND_QUERY) : '')
    if (!said) return undefined
    return mayStandBeside(said) ? said : 'wrong'
  }
  const nameFor = (c: Context) => {
    const beside = named(c)
    return beside === undefined ? first : `${first}-${beside}`
  }
  const today = () => Math.floor(now().getTime() / 1000 / DAY)
  const parts = (c: Context) => getCookie(c, nameFor(c))?.split(SET_ON)
  const set = (c: Context, token: string) =>
    setCookie(c, nameFor(c), [token, today()].join(SET_ON), { ...options, maxAge: AGE })
  return {
    named,
    read: (c) => parts(c)?.[0],
    set,
    renew(c) {
      const [token, day] = parts(c) ?? []
      if (token !== undefined && !(Math.abs(today() - Number(day)) < RENEWED_AFTER_DAYS)) set(c, token)
    },
    clear: (c) => void deleteCookie(c, nameFor(c), options),
    isFull(c) {
      const here = Object.keys(getCookie(c)).filter((one) => one === first || one.startsWith(`${first}-`))
      return here.length >= COMPOUNDS_MOST && !here.includes(nameFor(c))
    },
  }
}
