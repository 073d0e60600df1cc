import { useState } from 'preact/hooks'
import type { PersonId } from '#domain/ids.ts'
import { checkPin, PIN_DIGITS } from '#domain/pin.ts'
import { useKeeper } from '#ui/keeper.ts'
import { useWords } from '#ui/words.ts'
import { Pad } from './Pad.tsx'

/** Twice the same, and none that everybody would guess. */
export function SetPin(props: { person: PersonId; name: string; onLater?: (() => void) | undefined }) {
  const { person, name } = props
  const keeper = useKeeper()
  const words = useWords().lock
  const digits = PIN_DIGITS[keeper.deviceKind]
  const [first, setFirst] = useState('')
  const [entered, setEntered] = useState('')
  const [said, say] = useState('')
  const [busy, setBusy] = useState(false)

  const whole = async (pin: string) => {
    setEntered('')
    if (first === '') {
      const checked = checkPin(pin, keeper.deviceKind)
      if (!checked.ok) return say(words.set.refused[checked.refused])
      say('')
      return setFirst(pin)
    }
    if (pin !== first) {
      setFirst('')
      return say(words.set.differ)
    }
    setBusy(true)
    say(words.opening)
    try {
      await keeper.setPin(person, pin)
    } catch {
      // It is kept on the disk before it counts; where that is full there is none.
      setBusy(false)
      setFirst('')
      say(words.set.notSet)
    }
  }
  return (
    <Pad
      title={first === '' ? words.set.title(name, digits) : words.set.again}
      says={said || (keeper.deviceKind === 'own' ? words.set.whyOwn : words.set.why)}
      entered={entered}
      of={digits}
      shut={busy}
      onDigit={(digit) => {
        const next = entered + digit
        setEntered(next)
        if (next.length === digits) void whole(next)
      }}
      onErase={() => setEntered((now) => now.slice(0, -1))}
      corner={props.onLater && { label: words.set.later, onPress: props.onLater }}
    />
  )
}
