import { ok, type Result, refused } from './result.ts'

/** What an invitation is typed with: no letter or digit that looks like another (0 O, 1 I L, U V). */
const LETTERS = /^[2-9A-HJKMNP-TV-Z]{8}$/
const CODE_LENGTH = 8

export type CodeRefusal = 'tooShort' | 'tooLong' | 'otherLetters' // holds what no invitation of ours holds

/** Reads what a person typed: any case, any gaps or dashes, also full-width. Answers the eight characters. */
export function readCode(typed: string): Result<string, CodeRefusal> {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-—–_·.,，。]+/g, '')
  if (text.length < CODE_LENGTH) return refused('tooShort')
  if (text.length > CODE_LENGTH) return refused('tooLong')
  return LETTERS.test(text) ? ok(text) : refused('otherLetters')
}

/** As it is shown and read aloud: two groups of four. */
export function spokenCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`
}

/** What a link carries behind its #, where no server and no log sees it. */
export interface Carried {
  /** An invitation's secret, or the set-up code. */
  readonly key: string
  /** The eight characters, to be typed where a link cannot go: another browser, an installed app. */
  readonly code?: string
}

/** The link that is sent and drawn: the server's, with the code to type beside its secret. */
export function linkWithCode(link: string, code: string): string {
  return `${link}.${code}`
}

/** Undefined where there is nothing, or nothing of ours. */
export function carriedIn(fragment: string): Carried | undefined {
  const found = /^#?([\w-]{4,80})(?:\.([0-9A-Za-z]{8}))?$/.exec(fragment.trim())
  if (!found) return undefined
  const [, key = '', code] = found
  return { key, ...(code !== undefined && { code: code.toUpperCase() }) }
}

/** Family names that are written with two characters; all others with one. */
const DOUBLE = [
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '司徒',
  '夏侯',
  '端木',
  '独孤',
]

function surnameOf(name: string): string {
  const text = name.trim()
  return DOUBLE.find((one) => text.startsWith(one)) ?? Array.from(text)[0] ?? ''
}

/**
 * What a person may like to be called, the full name first. All of them are offered to everybody:
 * nothing is concluded from age or sex. Names that are not Chinese are offered as they are.
 */
export function offeredNames(name: string): readonly string[] {
  const full = name.trim()
  if (!/^\p{Script=Han}{2,4}$/u.test(full)) return full ? [full] : []
  const surname = surnameOf(full)
  return [
    full,
    `${surname}老师`,
    `${surname}姐`,
    `${surname}哥`,
    `${surname}孃孃`,
    `${surname}叔`,
    `${surname}师傅`,
  ]
}
