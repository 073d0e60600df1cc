import type { Chance } from '#test/sim/random.ts'
import type { Ask, Body, ByteEdit } from './ask.ts'
import { TEXTS } from './values.ts'

type Head = readonly (readonly [string, string])[]

/** Bytes that are no UTF-8, or the beginning of something else. */
const BYTES = [
  [0xff],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xe4, 0xb8],
  [0x00],
  [0xef, 0xbb, 0xbf],
  [0x1f, 0x8b],
]
const TOKENS = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\u0000',
  '\\ud800',
  '\\',
  'null',
  'NaN',
  '//',
  "'",
  '\n',
  '0x1',
  '1e',
  '"__proto__":{"x":1},',
  '"n":1,"n":2,',
  '{"changes":',
]

/** The text of a body, bent as text: what is no JSON any more, or JSON in a way that our own code never writes it. */
export function bentText(text: string, dice: Chance): Extract<Body, { text: string }> {
  const at = dice.below(text.length + 1)
  switch (dice.below(6)) {
    case 0:
      return { text: text.slice(0, at) }
    case 1:
      return { text: text.slice(0, at) + dice.pick(TOKENS) + text.slice(at + dice.below(2)) }
    case 2:
      return { text: text.replaceAll('{', () => (dice.once(3) ? '{"n":7,"id":"twice",' : '{')) }
    case 3:
      return {
        text: `${dice.pick(['\ufeff', ' ', '[', 'null', '"'])}${text}${dice.pick(['', ']', 'x', '\u0000'])}`,
      }
    case 4:
      return {
        text: dice.pick([
          '',
          'null',
          '[]',
          '"x"',
          '0',
          '<html>',
          '"$deep-100000"',
          '{"changes":"$deep-100000"}',
          '{"a":"$wide-10485760"}',
        ]),
      }
    default:
      return { text, edits: Array.from({ length: 1 + dice.below(3) }, () => byteEdit(dice)) }
  }
}

function byteEdit(dice: Chance): ByteEdit {
  return { at: dice.next(), drop: dice.below(3), put: Buffer.from(dice.pick(BYTES)).toString('base64') }
}

const HEADERS: readonly (readonly [string, readonly string[]])[] = [
  ['Content-Encoding', ['gzip', 'br', 'deflate', 'identity', 'zstd', 'gzip, gzip', '', 'x']],
  [
    'Content-Type',
    [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-16',
      'x',
      '',
    ],
  ],
  ['Content-Length', ['0', '1', '99999999999', '-1', 'NaN', '1e3', '5, 5']],
  ['Transfer-Encoding', ['chunked', 'gzip, chunked', 'identity', 'x']],
  ['Expect', ['100-continue', '200-ok']],
  ['Accept-Encoding', ['gzip;q=0', '*', 'gzip, br', '$wide-5000', 'x']],
  ['Range', ['bytes=0-1', 'bytes=9999999-', 'bytes=-1', 'bytes=5-1', 'bytes=0-1,2-3', 'x=1', 'bytes=a-b']],
  ['If-None-Match', ['*', '"x"', 'W/"x"']],
  ['If-Modified-Since', ['yesterday', 'Thu, 01 Jan 1970 00:00:00 GMT']],
  [
    'Host',
    ['', 'elsewhere.example', 'a:99999', '[::1', 'x y', 'localhost\u0000', '..', '@', 'localhost:1@evil'],
  ],
  ['X-Forwarded-For', ['1.2.3.4', '$wide-5000', 'x, y, z', '\u0000']],
  ['X-Forwarded-Host', ['elsewhere.example']],
  ['X-Forwarded-Proto', ['https', 'x']],
  ['X-HTTP-Method-Override', ['DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'x', 'GET']],
  ['Origin', ['https://elsewhere.example', 'null', '', 'x', 'http://localhost', 'file://']],
  ['Sec-Fetch-Site', ['cross-site', 'same-site', 'none', 'same-origin', 'x']],
  [
    'Cookie',
    [
      '',
      'linbian=',
      'linbian=%',
      'linbian=%00',
      'linbian=~',
      'linbian=~$wide-5000',
      'linbian=$wide-20000',
      '__proto__=x',
      'linbian=a; linbian=b',
      'linbian-$tenant=a; $cookie',
      '$cookie!3',
      '$cookie!40',
      '$cookie!90',
      '$cookie; $cookie',
      ';;;==;',
      'linbian="$device"',
    ],
  ],
  ['Upgrade', ['websocket', 'h2c']],
  ['Connection', ['close', 'keep-alive, Upgrade', 'x']],
  ['Tus-Resumable', ['1.0.0', '0.2.2', 'x', '']],
  ['Upload-Length', ['0', '1', '-1', 'NaN', '300000', '307201', '1e3', '99999999999999999999', '0x10', ' 5']],
  ['Upload-Offset', ['0', '1', '-1', 'NaN', '5', '99999999999999999999', '1.5']],
  [
    'Upload-Metadata',
    [
      '',
      'hash',
      'hash !!!',
      'hash $wide-64',
      'hash Li4vLi4va2V5cw==',
      'x y,hash aA==',
      'hash AA==',
      ',,,',
      '__proto__ eA==',
      'hash YQBi',
    ],
  ],
  ['Upload-Defer-Length', ['1', '0', 'x']],
  ['Upload-Concat', ['partial', 'final;/api/photos/a /api/photos/b', 'x']],
  ['Upload-Checksum', ['sha1 AAAA', 'md5 x', 'x']],
  [
    'Linbian-Compound',
    ['', '$tenant', 'x', '..', '$wide-65', '$wide-5000', '长', 'a;b', 'a=b', '__proto__', '\u0000'],
  ],
  ['Last-Event-ID', ['x', '\u0000']],
  ['Authorization', ['Basic x', 'Bearer $cookie']],
]

/** Something about the head of the request that no browser of ours would send. */
export function spoiltHead(head: Head, dice: Chance): Head {
  if (head.length > 0 && dice.once(4)) {
    const at = dice.below(head.length)
    const one = head[at]!
    return dice.once(2)
      ? head.toSpliced(at, 1)
      : [...head, [one[0], dice.once(2) ? one[1] : dice.pick(TEXTS)]]
  }
  const [name, values] = dice.pick(HEADERS)
  const rest = dice.once(4) ? head : head.filter(([other]) => other.toLowerCase() !== name.toLowerCase())
  return [...rest, [name, dice.pick(values)]]
}

const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'get',
  'XYZ',
  'CONNECT',
] as const

export function oddMethod(dice: Chance): string {
  return dice.pick(METHODS)
}

const BEHIND = [
  '/',
  '//',
  '/..',
  '/%2e%2e',
  '/%2e%2e%2f',
  '%00',
  '%',
  '%ff',
  '?',
  '?a=%00',
  '?at=$tenant',
  '?at=%00',
  '#x',
  '/.',
  '\\',
  '/\\..',
  ';x',
  '%20',
  '/$wide-9000',
  '/index.html',
  '.map',
  '?$wide-9000',
  '/%u0000',
  '/%c0%ae%c0%ae/',
]
const STATICS = [
  '/',
  '/index.html',
  '/today',
  '/assets/app.js',
  '/assets/',
  '/assets',
  '/sw.js',
  '/manifest.webmanifest',
  '/icons/x.png',
  '/favicon.ico',
  '/join',
  '/join#x',
  '/%E4%BD%A0',
  '/a b',
  '/keys/server.json',
  '/../keys/server.json',
  '/..%2fkeys%2fserver.json',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/assets/..%2f..%2fkeys/server.json',
  '/assets/%2e%2e/index.html',
  '/assets/\\..\\index.html',
  '//etc/passwd',
  '/.probe',
  '/%00',
  '/index.html%00.png',
  '/%ff%fe',
  '/%',
  '*',
  'http://elsewhere.example/',
  '',
  '/api',
  '/api/',
  '/API/health',
  '/api//health',
  '/api/%68ealth',
  '/api/../index.html',
  '/api/photos/',
  '/api/photos/x',
  '/api/photos/$photo-1/..',
  '/api/sync/',
  '/api/%73ync',
  '/linbian.sqlite',
  '/$wide-20000',
  '/assets/$wide-300.js',
  '/assets/app.js/x',
] as const

/** An address that is nobody's, or somebody's written otherwise. */
export function oddPath(path: string, dice: Chance): string {
  if (dice.once(2)) return dice.pick(STATICS)
  const at = dice.below(path.length + 1)
  return dice.once(2) ? path + dice.pick(BEHIND) : path.slice(0, at) + dice.pick(BEHIND) + path.slice(at)
}

/** Spoils how a request travels, not what it says. */
export function spoiltWay(ask: Ask, dice: Chance): Ask {
  switch (dice.below(8)) {
    case 0:
      return { ...ask, method: oddMethod(dice) }
    case 1:
      return { ...ask, path: oddPath(ask.path, dice) }
    case 2:
      return { ...ask, way: 'socket', cut: dice.next() }
    case 3:
      return { ...ask, way: 'socket', chunked: true }
    case 4:
      return { ...ask, way: 'socket', headers: spoiltHead(spoiltHead(ask.headers, dice), dice) }
    case 5:
      return dice.once(40) ? bomb(ask, dice) : { ...ask, headers: spoiltHead(ask.headers, dice) }
    default:
      return { ...ask, headers: spoiltHead(ask.headers, dice) }
  }
}

/** Some 130 KB that unfold to 128 MB; not always with the word that it is packed. */
function bomb(ask: Ask, dice: Chance): Ask {
  const kind = dice.pick(['gzip', 'br', 'deflate'] as const)
  const headers: Head = dice.once(5) ? ask.headers : [...ask.headers, ['Content-Encoding', kind]]
  return { ...ask, headers, body: { bomb: kind } }
}
