import { expect, it } from 'vitest'
import type { Group, Role } from '#domain/roles.ts'
import { roleRights } from '#queries/roleRights.ts'
import { GROUPS } from '#test/rights/groups.ts'
import { ALL_ROLES } from '#test/rights/roles.ts'
import { VERBS } from '#test/rights/verbs.ts'

it('what is told of a role is what the rows of the rights say of it', () => {
  for (const role of ALL_ROLES) {
    const { everywhere, below, never, notOnShared } = roleRights(role)
    const rows = Object.entries(GROUPS) as [Group, (typeof GROUPS)[Group]][]
    const meant = (fits: (row: (typeof GROUPS)[Group]) => boolean) =>
      rows.flatMap(([group, row]) => (fits(row) ? [group] : [])).toSorted()
    const has = (row: (typeof GROUPS)[Group]) => row.roles.has(role)
    expect(everywhere.toSorted()).toEqual(meant((row) => has(row) && row.wide))
    expect(below.toSorted()).toEqual(meant((row) => has(row) && !row.wide))
    expect(never.toSorted()).toEqual(meant((row) => !has(row)))
    expect(notOnShared.toSorted()).toEqual(meant((row) => has(row) && !row.shared))
  }
})

it('who may do something is told that they may', () => {
  const tells = (role: Role, act: ReturnType<typeof roleRights>['does'][number]) =>
    roleRights(role).does.includes(act)
  for (const role of ALL_ROLES) {
    expect([role, tells(role, 'standShift')]).toEqual([role, VERBS['shift.open']!.roles.has(role)])
    expect([role, tells(role, 'publish')]).toEqual([role, VERBS['publication.publish']!.roles.has(role)])
    expect([role, tells(role, 'settleHeld')]).toEqual([role, VERBS['held.release']!.roles.has(role)])
  }
})
