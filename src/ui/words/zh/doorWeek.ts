/** The knocks of a week, as the office reads them. */
export const doorWeek = {
  title: '这一周走访',
  /** Both numbers of it: how often somebody was met, and out of how many times. */
  figures: (met: string, knocked: string) => `敲了 ${knocked} 次门，见到 ${met} 次`,
  outcome: (name: string, count: string) => `${name} ${count}`,
  coverage: (lit: string, livedIn: string, days: string) =>
    `住人的 ${livedIn} 户，${days} 天内去过 ${lit} 户`,
}
