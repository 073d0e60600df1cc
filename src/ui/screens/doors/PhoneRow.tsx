import Add from '~icons/lucide/plus'
import Phone from '~icons/lucide/phone'
import type { Person } from '#queries/residents.ts'
import { Key } from '#ui/parts/Key.tsx'
import { ShowNumberKey } from '#ui/ShowNumberKey.tsx'
import { useWholeNumber } from '#ui/state/wholeNumber.ts'
import { useReach } from '#ui/useReach.ts'
import { useWords } from '#ui/words.ts'

/** The phone behind its mask, and whom to call when nobody answers. */
export function PhoneRow({ person, onAdd }: { person: Person; onAdd: (() => void) | undefined }) {
  const { doors: words } = useWords()
  const { contact, phone, kinPhone } = person
  const kin = contact?.kin
  return (
    <div class="home-phones">
      {contact?.phone !== undefined && phone !== undefined ? (
        <NumberRow
          person={person}
          of="phone"
          caption={words.home.phone}
          number={contact.phone}
          mask={phone}
        />
      ) : (
        <div class="home-phone">
          <p class="home-phone-words">
            <span class="caption">{words.home.phone}</span>
            <b>{words.home.noPhone}</b>
          </p>
          {onAdd && <Key icon={Add} label={words.home.add} onPress={onAdd} />}
        </div>
      )}
      {kin && kinPhone !== undefined && (
        <NumberRow
          person={person}
          of="kin"
          caption={words.home.kin(kin.relation ?? words.home.family)}
          name={kin.name}
          number={kin.phone}
          mask={kinPhone}
        />
      )}
    </div>
  )
}

interface NumberRowProps {
  readonly person: Person
  readonly of: 'phone' | 'kin'
  readonly caption: string
  readonly name?: string
  readonly number: string
  readonly mask: string
}

function NumberRow({ person, of, caption, name, number, mask }: NumberRowProps) {
  const { doors: words } = useWords()
  const reach = useReach()
  const { id, place } = person.resident
  const key = `${id} ${of}`
  const shown = useWholeNumber(key)
  return (
    <div class="home-phone">
      <p class="home-phone-words">
        <span class="caption">{caption}</span>
        <b>{[name, shown ? number : mask].filter(Boolean).join(' ')}</b>
      </p>
      <ShowNumberKey home={place} of={key} />
      <Key icon={Phone} label={words.callShort} onPress={() => reach.call(place, number)} />
    </div>
  )
}
