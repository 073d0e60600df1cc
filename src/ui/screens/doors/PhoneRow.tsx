import Add from '~icons/lucide/plus'
import Phone from '~icons/lucide/phone'
import { useEffect, useState } from 'preact/hooks'
import type { Person } from '#queries/residents.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useWords } from '#ui/words.ts'

/** A number is not left on the screen of a tablet that others look at. */
const SHOWN_MS = 30_000

/** The phone behind its mask, and whom to call when nobody answers. */
export function PhoneRow({ person, onAdd }: { person: Person; onAdd: (() => void) | undefined }) {
  const { doors: words } = useWords()
  const [shown, setShown] = useState(false)
  const { contact, phone, kinPhone, resident } = person
  useEffect(() => {
    if (!shown) return
    const timer = setTimeout(() => setShown(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [shown])
  useEffect(() => setShown(false), [resident.id])

  return (
    <div class="home-phones">
      <div class="home-phone">
        <p class="home-phone-words">
          <span class="caption">{words.home.phone}</span>
          <b>{contact?.phone ? (shown ? contact.phone : phone) : words.home.noPhone}</b>
        </p>
        {contact?.phone ? (
          <>
            <Key
              look="quiet"
              label={shown ? words.home.hideNumber : words.home.showNumber}
              onPress={() => setShown(!shown)}
            />
            <Key icon={Phone} label={words.callShort} href={`tel:${contact.phone}`} />
          </>
        ) : (
          onAdd && <Key icon={Add} label={words.home.add} onPress={onAdd} />
        )}
      </div>
      {contact?.kin && (
        <div class="home-phone">
          <p class="home-phone-words">
            <span class="caption">{words.home.kin(contact.kin.relation ?? words.home.family)}</span>
            <b>
              {contact.kin.name} {kinPhone}
            </b>
          </p>
          <Key icon={Phone} label={words.callShort} href={`tel:${contact.kin.phone}`} />
        </div>
      )}
    </div>
  )
}
