import type { DeviceRow, PersonRow } from '#device/office.ts'
import type { PersonId } from '#domain/ids.ts'

export interface ShownDevice extends DeviceRow {
  readonly people: readonly PersonId[]
  readonly names: string
}

/** Each device once, with the names of all who use it. */
export function shownOf(people: readonly PersonRow[]): readonly ShownDevice[] {
  const devices = new Map<string, { row: DeviceRow; users: PersonRow[] }>()
  for (const one of people) {
    for (const row of one.devices) {
      const found = devices.get(row.device)
      if (found) found.users.push(one)
      else devices.set(row.device, { row, users: [one] })
    }
  }
  return [...devices.values()].map(({ row, users }) => ({
    ...row,
    people: users.map(({ person }) => person),
    names: users.map(({ name }) => name).join('、'),
  }))
}

export function isCopied({ copiedAt, copySeen, revoked }: DeviceRow): boolean {
  return copiedAt !== undefined && !copySeen && !revoked
}
