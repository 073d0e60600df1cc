import type { MiddlewareHandler } from 'hono'

/**
 * Only our own files, no inline code, nothing from elsewhere; pictures also from memory (a photo before it is sent), sounds
 * from nowhere else. WebAssembly for Argon2id, which no browser has of its own; text is never run.
 */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob:",
  'media-src blob:',
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  // No text becomes HTML or a script; the one policy lets the app's own workers begin (`device/ourScript.ts`).
  "require-trusted-types-for 'script'",
  'trusted-types linbian',
].join('; ')

const PERMISSIONS = [
  'camera=(self)',
  'accelerometer=()',
  'display-capture=()',
  'geolocation=()',
  'gyroscope=()',
  'magnetometer=()',
  'microphone=(self)',
  'midi=()',
  'payment=()',
  'usb=()',
].join(', ')

/** `https`: the product is reached over TLS, so that browsers may insist on it from now on. */
export function securityHeaders(https: boolean): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const headers = c.res.headers
    // A photo carries a stricter policy of its own.
    if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', CONTENT_POLICY)
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('Cross-Origin-Opener-Policy', 'same-origin')
    headers.set('Cross-Origin-Resource-Policy', 'same-origin')
    // A plain form says where it comes from only where its page lets it.
    if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', 'no-referrer')
    headers.set('Permissions-Policy', PERMISSIONS)
    if (https) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
    if (c.req.path.startsWith('/api/')) headers.set('Cache-Control', 'no-store')
  }
}
