import '#ui/screens/lock/lock.css'
import { useEffect, useState } from 'preact/hooks'
import type { PersonId } from '#domain/ids.ts'
import { Skeleton } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { type InviterPin, useEntrance } from '#ui/office.ts'
import { EnterPin } from '#ui/screens/lock/EnterPin.tsx'
import { useWords } from '#ui/words.ts'
import { Entry } from './Entry.tsx'

/** The inviter stands at the tablet that somebody joins on, and says yes by their PIN there. */
export function ByPin(props: {
  person: PersonId
  name: string
  onProof: (proof: string) => Promise<void>
  /** They are not here: the number does it. */
  onNumber: () => void
  onStop: () => void
}) {
  const { person, name, onProof } = props
  const words = useWords().join.wait
  const { inviterPin } = useEntrance()
  const [pin, setPin] = useState<InviterPin>()
  useEffect(() => void inviterPin?.().then(setPin), [])
  return (
    <Entry
      title={words.title}
      bar={
        <>
          <Key size="tall" label={words.stop} onPress={props.onStop} />
          <Key size="tall" label={words.notHere(name)} onPress={props.onNumber} />
        </>
      }
    >
      <p class="entry-lead">{words.byPin(name)}</p>
      {pin ? (
        <EnterPin
          person={person}
          name={name}
          keeper={{
            deviceKind: 'shared',
            now: pin.now,
            tries: pin.tries,
            async unlock(who, digits) {
              const proof = await pin.proof(who, digits)
              if (proof === undefined) return false
              await onProof(proof)
              return true
            },
          }}
        />
      ) : (
        <Skeleton why={words.title} />
      )}
    </Entry>
  )
}
