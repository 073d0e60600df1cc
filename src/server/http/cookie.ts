import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

/** As long as browsers allow; it is set anew at each contact. A volunteer who was away for a winter comes back to their device. */
const AGE = 400 * 24 * 3600

const NAME = 'linbian'

/** The session's cookie: no script reads it, no other site sends it, and over TLS no other host can set it. */
export interface SessionCookie {
  read(c: Context): string | undefined
  set(c: Context, token: string): void
  clear(c: Context): void
}

export function sessionCookie(https: boolean): SessionCookie {
  const options = { path: '/', httpOnly: true, sameSite: 'Strict', secure: https } as const
  const prefix = https ? ('host' as const) : undefined
  return {
    read: (c) => (prefix ? getCookie(c, NAME, prefix) : getCookie(c, NAME)),
    set: (c, token) => setCookie(c, NAME, token, { ...options, maxAge: AGE, ...(prefix && { prefix }) }),
    clear: (c) => void deleteCookie(c, https ? `__Host-${NAME}` : NAME, options),
  }
}
