/**
 * Who is sent what. To add a group: write its name and, by hand, the letters of the roles that read it below their own place
 * (roles.ts), whether a tablet of several people may hold it, and whether whoever wrote it reads it anywhere.
 */
import type { Group, Role } from '#domain/roles.ts'
import { rolesIn } from './roles.ts'

export interface GroupRow {
  readonly roles: ReadonlySet<Role>
  /** Wherever in the compound their appointment is. */
  readonly wide: boolean
  readonly shared: boolean
  /** Whoever wrote a record of it, in whatever role. */
  readonly author: boolean
}

type More = 'wide' | 'notShared' | 'author'

function read(letters: string, ...more: readonly More[]): GroupRow {
  const has = (one: More) => more.includes(one)
  return { roles: rolesIn(letters), wide: has('wide'), shared: !has('notShared'), author: has('author') }
}

export const GROUPS = {
  settings: read('omsbgfwpcqrnd', 'wide'),
  site: read('omsbgfwpcqrnd', 'wide'),
  doors: read('omsbgfwpcqrn'),
  team: read('omsbgfwpcqrnd', 'wide'),
  bins: read('omsbwn', 'author'),
  visits: read('ogfn', 'author'),
  names: read('ogfn', 'notShared'),
  contact: read('ogfn', 'notShared'),
  care: read('ogn', 'notShared'),
  reasons: read('on', 'notShared'),
  feedback: read('omsgfwpcqrn', 'author'),
  sensitive: read('ogn', 'notShared', 'author'),
  reporter: read('ogn', 'notShared', 'author'),
  orders: read('omsgfwpcqrn', 'author'),
  firmLinks: read('oms', 'notShared', 'author'),
  council: read('omsgfwpcqrnd', 'wide', 'author'),
  money: read('omsbgfwpcqrnd', 'wide', 'notShared'),
  books: read('omsw', 'notShared'),
  fees: read('omw', 'notShared', 'author'),
  surveys: read('omw', 'notShared', 'author'),
  wall: read('omsbgfwpcqrnd', 'wide', 'author'),
  wallDraft: read('omw', 'notShared', 'author'),
  held: read('o', 'author'),
  heldPersonal: read('o', 'notShared', 'author'),
  imports: read('o', 'notShared'),
  looks: read('o', 'notShared', 'author'),
} as const satisfies Readonly<Record<Group, GroupRow>>
