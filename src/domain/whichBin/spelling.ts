export function isLatin(text: string): boolean {
  return /^[a-z0-9]+$/.test(text)
}

/**
 * Pinyin as it is heard in Sichuan, where many do not tell zh from z, n from l or -ng from -n: niulian finds liulian. Both
 * sides are softened, so it only has to be the same for what sounds the same.
 */
export function softened(latin: string): string {
  return latin
    .replace(/([zcs])h/g, '$1')
    .replace(/ng/g, 'n')
    .replace(/v/g, 'u')
    .replace(/n(?=[aeiou])/g, 'l')
    .replace(/h(?=u)/g, 'f')
    .replace(/fua/g, 'fa')
}
