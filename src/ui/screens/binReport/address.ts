import type { AskedReport } from '#queries/binReport.ts'

/** What is asked stands in the address: the way back, a second look and the paper all find it there. */
export function addressOf(path: string, { kind, from, point }: AskedReport): string {
  return `${path}?${new URLSearchParams({ by: kind, day: from, ...(point && { point }) }).toString()}`
}
