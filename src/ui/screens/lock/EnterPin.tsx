import { useEffect, useState } from 'preact/hooks'
import type { PersonId } from '#domain/ids.ts'
import { PIN_DIGITS } from '#domain/pin.ts'
import { type MayTry, mayTry, NO_TRIES } from '#domain/tries.ts'
import type { Keeper } from '#ui/keeper.ts'
import { useWords } from '#ui/words.ts'
import { Pad } from './Pad.tsx'

const SECOND = 1000

/** Of one person: for another one it is another one. The last digit enters. A wrong one turns the windows dark; the fifth costs a minute, the tenth needs an invitation. */
export function EnterPin(props: {
  keeper: Pick<Keeper, 'deviceKind' | 'tries' | 'now' | 'unlock'> &
    Partial<Pick<Keeper, 'isOfficer' | 'wasWrong'>>
  person: PersonId
  name: string
  onForgot?: () => void
}) {
  const { keeper, person, name } = props
  const words = useWords().lock
  const digits = PIN_DIGITS[keeper.deviceKind]
  const [entered, setEntered] = useState('')
  const [said, setSaid] = useState<'wrong' | 'opening' | 'notOpened' | undefined>(
    keeper.wasWrong === person ? 'wrong' : undefined,
  )
  const [may, setMay] = useState<MayTry>(mayTry(NO_TRIES, ''))
  const look = async () => setMay(mayTry(await keeper.tries(person), keeper.now()))

  useEffect(() => void look(), [])
  useEffect(() => {
    if (may.is !== 'wait') return
    const timer = setTimeout(() => void look(), Math.min(SECOND, may.milliseconds))
    return () => clearTimeout(timer)
  }, [may])

  const enter = async (pin: string) => {
    setSaid('opening')
    try {
      if (await keeper.unlock(person, pin)) return
      setSaid('wrong')
    } catch {
      // A try is counted on the disk before it is made; where that is full nothing is tried.
      setSaid('notOpened')
    }
    setEntered('')
    await look()
  }
  const says = {
    wait: may.is === 'wait' ? words.wait(Math.ceil(may.milliseconds / SECOND)) : '',
    inviter: keeper.isOfficer && keeper.deviceKind === 'own' ? words.officer : words.inviter,
    yes: said ? words[said] : words.rule,
  }[may.is]
  return (
    <Pad
      title={words.enter(name, digits)}
      says={says}
      entered={entered}
      of={digits}
      shut={may.is !== 'yes' || said === 'opening'}
      onDigit={(digit) => {
        const next = entered + digit
        setEntered(next)
        if (next.length === digits) void enter(next)
      }}
      onErase={() => setEntered((now) => now.slice(0, -1))}
      corner={props.onForgot && { label: words.forgot, onPress: props.onForgot }}
    />
  )
}
