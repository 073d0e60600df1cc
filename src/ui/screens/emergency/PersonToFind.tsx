import CheckMark from '~icons/lucide/check'
import Phone from '~icons/lucide/phone'
import type { ToFind } from '#queries/emergencySheet.ts'
import { Key } from '#ui/parts/Key.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { HomeTags } from '#ui/screens/doors/HomeTags.tsx'
import { useReach } from '#ui/useReach.ts'
import { useWords } from '#ui/words.ts'

/** Who it is, what helps, whom to ring, and a tick when they are safe. */
export function PersonToFind({ one, found, onFound }: { one: ToFind; found: boolean; onFound: () => void }) {
  const { discretion, doors } = useWords()
  const words = discretion.emergency
  const reach = useReach()
  const { resident, contact, care, old, phone, kinPhone } = one
  const number = contact?.phone
  const kin = contact?.kin
  return (
    <div class={found ? 'emergency-person emergency-found' : 'emergency-person'}>
      <div class="emergency-who">
        <b class="emergency-name">{resident.name}</b>
        {old && <Tag label={words.old} />}
        <HomeTags care={care} />
      </div>
      <div class="emergency-keys">
        <Key
          size="tall"
          icon={CheckMark}
          look={found ? 'primary' : 'secondary'}
          label={words.found}
          pressed={found}
          onPress={onFound}
        />
        {number !== undefined && (
          <Key
            icon={Phone}
            label={doors.call}
            sub={phone}
            onPress={() => reach.call(resident.place, number)}
          />
        )}
        {kin && (
          <Key
            icon={Phone}
            look="quiet"
            label={`${kin.relation ?? doors.home.family} ${kin.name}`}
            sub={kinPhone}
            onPress={() => reach.call(resident.place, kin.phone)}
          />
        )}
      </div>
    </div>
  )
}
