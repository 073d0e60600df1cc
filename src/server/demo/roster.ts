import type { Need } from '#domain/doors/care.ts'
import { derivedId, type RecordId, type TenantId } from '#domain/ids.ts'
import { placeId } from '#domain/places.ts'
import { careId, contactId } from '#domain/doors/resident.ts'
import { planRoster } from '#domain/roster/plan.ts'
import { addDays } from '#domain/workingDays.ts'
import type { Home, Person } from './homes.ts'
import type { Line } from './line.ts'

const ENTERED = { by: 'officer', day: -61, time: '10:00' } as const
const AGREED = { by: 'officer', day: -58, time: '15:00' } as const

/** What helps whom; told by themselves. */
const HELP: readonly (readonly Need[])[] = [
  ['speakUp', 'callFirst'],
  ['stairs'],
  ['shopping', 'phoneHelp'],
  ['hospitalEscort', 'medicine'],
  ['lightBulb'],
  ['meal', 'speakUp'],
]

/** The old who live alone and agreed that their grid worker knows it. */
const ALONE_VERY_OLD = 8
const ALONE_OLD = 6
/**
 * Nine more agreed that what helps them is known. Why they need it (six live with a disability, two on the minimum, one
 * cannot do without care) is the community's to keep: the product has no field for it, and the demonstration neither.
 */
const HELPED = 9

/** The building and who lives in it, entered by the office before the week. */
export function roster(tenant: TenantId, monday: string, homes: readonly Home[]): readonly Line[] {
  const plan = planRoster(tableOf(homes), tenant, (id) => id === placeId(tenant, '1'))
  if (!plan.ok) throw new Error(`demo roster: ${plan.refused}`)
  const residents = homes.flatMap((home) => home.people.map((person) => ({ home, person })))
  return [
    ...plan.value.intents.map((intent): Line => ({ ...ENTERED, ...intent })),
    ...residents.map(({ home, person }): Line => {
      const residency = home.use === 'rented' ? 'migrant' : 'registered'
      const { name, keys, ageBand, relation } = person
      const args = { place: home.id, name, keys, ageBand, relation, residency }
      return { ...ENTERED, record: residentId(tenant, home, person), name: 'resident.enter', args }
    }),
    ...homes.flatMap((home, index) => contactOf(tenant, home, index)),
    ...cared(homes).map(({ home, person, tags, needs }): Line => {
      const resident = residentId(tenant, home, person)
      const consent = {
        basis: 'self',
        at: addDays(monday, -58),
        how: 'signed',
        reviewBy: addDays(monday, 125),
      }
      const args = { place: home.id, resident, tags, needs, consent }
      return { ...AGREED, record: careId(resident), name: 'care.enter', args }
    }),
  ]
}

/** The same id as that of a person in a table that is read in later. */
function residentId(tenant: TenantId, home: Home, person: Person): RecordId {
  return derivedId('resident', tenant, home.key, person.name)
}

/** The table an office has: here only its doors, since a table knows less of people than the office does. */
function tableOf(homes: readonly Home[]): readonly (readonly string[])[] {
  const notes = { livedIn: '', rented: '出租', vacant: '空置', notHome: '活动室' }
  return [
    ['楼栋', '单元', '楼层', '房号', '姓名', '备注'],
    ...homes.map(({ unit, floor, key, use }) => [
      '1栋',
      `${unit}单元`,
      String(floor),
      key.slice(key.lastIndexOf('-') + 1),
      '',
      notes[use],
    ]),
  ]
}

/** Numbers that begin with 160 are given to nobody. */
function contactOf(tenant: TenantId, home: Home, index: number): readonly Line[] {
  const [head] = home.people
  if (!head) return []
  const resident = residentId(tenant, home, head)
  const kin = isOld(head) &&
    home.people.length === 1 && {
      name: `${head.name[0]}${index % 2 === 0 ? '女士' : '先生'}`,
      relation: index % 2 === 0 ? '女儿' : '儿子',
      phone: number(500 + index),
    }
  const args = { place: home.id, resident, phone: number(index), ...(kin && { kin }) }
  return [{ ...ENTERED, record: contactId(resident), name: 'contact.enter', args }]
}

function number(index: number): string {
  return `160${String(index * 37).padStart(8, '0')}`
}

function isOld({ ageBand }: Person): boolean {
  return ageBand === '80+' || ageBand === '70-79'
}

function cared(homes: readonly Home[]) {
  const single = homes.flatMap((home) =>
    home.people.length === 1 ? [{ home, person: home.people[0]! }] : [],
  )
  const alone = [
    ...single.filter(({ person }) => person.ageBand === '80+').slice(0, ALONE_VERY_OLD),
    ...single.filter(({ person }) => person.ageBand === '70-79').slice(0, ALONE_OLD),
  ]
  const helped = homes
    .flatMap((home) =>
      home.people.length === 2 && isOld(home.people[0]!) ? [{ home, person: home.people[0]! }] : [],
    )
    .slice(0, HELPED)
  return [
    ...alone.map((one, index) => ({
      ...one,
      tags: ['livesAlone'],
      needs: index % 2 === 0 ? HELP[index % HELP.length]! : [],
    })),
    ...helped.map((one, index) => ({ ...one, tags: [], needs: HELP[index % HELP.length]! })),
  ]
}
