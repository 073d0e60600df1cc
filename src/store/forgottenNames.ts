import type { Contact } from '#domain/doors/contact.ts'
import type { Resident } from '#domain/doors/resident.ts'
import type { Reporter } from '#domain/feedback/reporter.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { type KnownBy, takenOut } from '#domain/takenOut.ts'
import type { Book } from './book.ts'
import type { Disk, Write } from './disk.ts'
import type { Drafts } from './drafts.ts'
import type { NamedThere } from './namedThere.ts'

/**
 * Whoever the server says is erased is named no more in what this phone's person has half written: names and numbers go, as they do on
 * the server, and what was written otherwise stays. A name that somebody else here has too stays. Called while their records are here.
 */
export async function dropNames(
  { book, drafts }: { readonly book: Book; readonly drafts: Drafts },
  author: PersonId,
  gone: readonly Recorded[],
): Promise<void> {
  const known = gone.map(knownBy)
  const ids = new Set(gone.map(({ id }) => id))
  const living = new Set(
    book.all<Resident>('resident').flatMap(({ id, name }) => (ids.has(id) ? [] : [name])),
  )
  const names = known.flatMap((one) => one.names).filter((name) => !living.has(name))
  const phones = known.flatMap((one) => one.phones)
  if (names.length + phones.length === 0) return
  await drafts.takeOut(author, () => ({ names, phones }))
}

/**
 * Who is named in a draft, of those whom this device knows. It lies in the draft itself, which says these names anyway: where the word
 * that somebody is erased comes behind a lock, their record goes with it, and nothing else here would know them.
 */
export function namedIn(book: Book, content: unknown): readonly NamedThere[] {
  const text = JSON.stringify(content) ?? ''
  const digits = text.replace(/\D/g, '')
  const isThere = (known: Partial<KnownBy>) =>
    takenOut(content, { names: [], phones: [], ...known }) !== content
  const found = new Map<string, NamedThere>()
  const add = (is: NamedThere['is'], said: string, { id, kind }: Recorded) => {
    const { of = [], residents = [] } = found.get(`${is} ${said}`) ?? {}
    const bears = is === 'name' && kind === 'resident' ? [...residents, id] : residents
    found.set(`${is} ${said}`, { is, text: said, of: [...of, id], residents: bears })
  }
  for (const kind of NAMED)
    for (const record of book.all(kind)) {
      const { names, phones } = knownBy(record)
      // Looked for the quick way first: there are thousands of them.
      for (const name of names)
        if (text.includes(name) && isThere({ names: [name] })) add('name', name, record)
      for (const phone of phones)
        if (digits.includes(phone.replace(/\D/g, '').slice(-7)) && isThere({ phones: [phone] }))
          add('phone', phone, record)
    }
  return [...found.values()]
}

const OWED = 'erased'

/** Notes whose names are to go from what is half written, where that has to wait until its author is in. */
export async function oweNames(tx: Write, erased: readonly RecordId[]): Promise<void> {
  const before = (await tx.get<readonly RecordId[]>('meta', OWED)) ?? []
  tx.put('meta', OWED, [...new Set([...before, ...erased])])
}

/** Does what is noted, by what the author's drafts say of whom they name; what cannot be opened now waits on. */
export async function dropOwedNames(
  { disk, drafts }: { readonly disk: Disk; readonly drafts: Drafts },
  author: PersonId,
): Promise<void> {
  const owed = await disk.read(['meta'], (tx) => tx.get<readonly RecordId[]>('meta', OWED))
  if (!owed) return
  const erased = new Set(owed)
  const all = await drafts.takeOut(author, (named) => {
    // A name that somebody else here had too stays.
    const gone = named.filter(
      ({ of, residents }) => of.some((id) => erased.has(id)) && residents.every((id) => erased.has(id)),
    )
    const texts = (is: NamedThere['is']) => gone.flatMap((one) => (one.is === is ? [one.text] : []))
    return { names: texts('name'), phones: texts('phone') }
  })
  if (!all) return
  await disk.write(['meta'], async (tx) => {
    const left = (await tx.get<readonly RecordId[]>('meta', OWED))?.filter((id) => !erased.has(id)) ?? []
    if (left.length > 0) tx.put('meta', OWED, left)
    else tx.delete('meta', OWED)
  })
}

/** Kinds that say who somebody is. */
const NAMED = ['resident', 'contact', 'reporter'] as const

function knownBy(record: Recorded): KnownBy {
  if (record.kind === 'resident') return { names: [(record as Resident).name], phones: [] }
  if (record.kind === 'reporter') {
    const { displayName, phone } = record as Reporter
    return { names: [displayName], phones: phone === undefined ? [] : [phone] }
  }
  if (record.kind !== 'contact') return { names: [], phones: [] }
  const { phone, kin } = record as Contact
  return {
    names: kin ? [kin.name] : [],
    phones: [phone, kin?.phone].filter((one) => one !== undefined),
  }
}
