import type { Contact } from '#domain/doors/contact.ts'
import type { PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { type Member, memberId } from '#domain/member.ts'
import { compoundPlace, type Place, type What } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import { contactId, type Resident } from '#domain/doors/resident.ts'
import type { Appointment } from '#domain/rights.ts'
import { type Reader, readerOf } from '#queries/reader.ts'
import type { View } from '#store/view.ts'

const TENANT = 'many' as TenantId
export const MANY = compoundPlace(TENANT)
const ME = 'zhou' as PersonId
const DAY = '2024-03-10'
const AT = '2024-03-01T02:00:00.000Z'
const MADE = { v: 1, author: 'office' as PersonId, at: AT }

const FAMILIES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单仇曾解查区任华盖纪朴翟缪覃乐吕𠮷,欧阳,尉迟,万俟,长孙'.split(',')
const GIVEN =
  '秀英桂芳淑珍玉兰素华德明国清永福正光世荣成贵先琼朝礼云仙绍文建军丽勇红梅志强晓燕海波静涛小琴鹏乐行长重朝石大'

/** The same numbers between 0 and 1 for the same seed (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface ManyHomes {
  readonly dwellings: readonly Place[]
  readonly residents: readonly Resident[]
  readonly contacts: readonly Contact[]
  readonly records: readonly Recorded[]
  reader(appointment?: Partial<Appointment>): Reader
}

/**
 * So many homes, ten on a floor, twenty floors, five staircases to a building; invented people in them by chance, `people` in
 * all. Places come in no order.
 */
export function manyHomes(seed: number, homes: number, people: number): ManyHomes {
  const chance = chanceOf(seed)
  const pick = <T>(of: readonly T[]) => of[Math.floor(chance() * of.length)]!
  const families = [...Array.from(FAMILIES[0]!), ...FAMILIES.slice(1)]
  const given = Array.from(GIVEN)
  const places: Place[] = []
  const enter = (what: What, key: string, label: string, order: number, parent?: RecordId): RecordId => {
    const id = what === 'compound' ? MANY : (`place-${key}` as RecordId)
    places.push({ ...MADE, id, place: id, kind: 'place', what, key, label, order, ...(parent && { parent }) })
    return id
  }
  enter('compound', 'compound', '万家苑', 0)
  const dwellings: Place[] = []
  for (let building = 1; dwellings.length < homes; building++) {
    const house = enter('building', `${building}`, `${building}栋`, building, MANY)
    for (let unit = 1; unit <= 5 && dwellings.length < homes; unit++) {
      const stairs = enter('unit', `${building}-${unit}`, `${unit}单元`, unit, house)
      for (let floor = 1; floor <= 20 && dwellings.length < homes; floor++) {
        const level = enter('floor', `${building}-${unit}-${floor}`, `${floor}楼`, floor, stairs)
        for (let nth = 1; nth <= 10 && dwellings.length < homes; nth++) {
          const door = String(floor * 100 + nth)
          enter('dwelling', `${building}-${unit}-${floor}-${door}`, door, nth, level)
          dwellings.push(places.at(-1)!)
        }
      }
    }
  }
  const residents: Resident[] = []
  const contacts: Contact[] = []
  for (let n = 0; n < people; n++) {
    const place = pick(dwellings).id
    const name = pick(families) + pick(given) + (chance() < 0.7 ? pick(given) : '')
    const id = `resident-${n}` as RecordId
    residents.push({ ...MADE, id, place, kind: 'resident', name })
    if (chance() < 0.5) continue
    const phone = `13${String(Math.floor(chance() * 1e9)).padStart(9, '0')}`
    contacts.push({ ...MADE, id: contactId(id), place, kind: 'contact', resident: id, phone })
  }
  places.sort(() => chance() - 0.5)
  const records: readonly Recorded[] = [...places, ...residents, ...contacts]
  const reader = (appointment: Partial<Appointment> = {}) =>
    readerOf(
      viewOf([...records, whoReads({ role: 'officer', place: MANY, from: '2024-01-01', ...appointment })]),
      { me: ME, compound: MANY, deviceKind: 'own' },
      DAY,
    )
  return { dwellings, residents, contacts, records, reader }
}

function whoReads(appointment: Appointment): Member {
  return {
    ...MADE,
    id: memberId(ME),
    place: MANY,
    kind: 'member',
    name: '周桂芳',
    appointments: [appointment],
  } as unknown as Member
}

function viewOf(records: readonly Recorded[]): View {
  const byId = new Map(records.map((one) => [one.id, one]))
  const byKind = new Map<string, Recorded[]>()
  for (const one of records) {
    const there = byKind.get(one.kind)
    if (there) there.push(one)
    else byKind.set(one.kind, [one])
  }
  return {
    get: <R extends Recorded>(id: RecordId) => byId.get(id) as R | undefined,
    all: <R extends Recorded>(kind: string) => (byKind.get(kind) ?? []) as unknown as readonly R[],
    standing: () => 'kept',
  }
}
