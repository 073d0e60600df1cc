import './lock.css'
import Kept from '~icons/lucide/square-check'
import Note from '~icons/lucide/notebook-pen'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { PersonId } from '#domain/ids.ts'
import type { PersonHere } from '#queries/peopleHere.ts'
import { Avatar } from '#ui/parts/Avatar.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Title } from '#ui/parts/Header.tsx'
import { useKeeper } from '#ui/keeper.ts'
import { OtherCompounds } from '#ui/screens/compounds/OtherCompounds.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import { EnterPin } from './EnterPin.tsx'
import { SetPin } from './SetPin.tsx'
import { useMinute } from './useMinute.ts'

/** Who is on, quickly: the people of this device, whoever has a turn first, and the pad. It shows nothing that anybody wrote. */
export function LockScreen(props: {
  onNote: (person: PersonHere) => void
  onTally: (person: PersonHere) => void
}) {
  const keeper = useKeeper()
  const words = useWords().lock
  const bins = useWords().bins
  const now = useMinute()
  const formats = useFormats()
  const people = keeper.people()
  const [chosen, choose] = useState<PersonId | undefined>(() => keeper.mustSet ?? people[0]?.person)
  const [withPin, setWithPin] = useState<ReadonlySet<PersonId>>()
  const [forgot, setForgot] = useState(false)
  const [noting, setNoting] = useState(false)
  useEffect(() => void keeper.withPin().then(setWithPin), [])
  const pad = useRef<HTMLDivElement>(null)
  const one = people.find(({ person }) => person === chosen)
  const counting = people.filter(({ shift }) => shift)
  const isOwn = keeper.deviceKind === 'own'
  // Whoever has just joined is known at once; of the others the disk says it.
  const sets =
    one !== undefined &&
    (keeper.mustSet === one.person || (withPin !== undefined && !withPin.has(one.person)))
  const byPassphrase = isOwn && keeper.isOfficer
  const keys = (
    <div class="lock-keys">
      {counting.map((each) => (
        <Key key={each.person} wide label={words.goOn(each.name)} onPress={() => props.onTally(each)} />
      ))}
      <Key
        wide
        icon={Note}
        label={words.note}
        onPress={() => (isOwn && one ? props.onNote(one) : setNoting(true))}
      />
      {isOwn && <OtherCompounds wide />}
    </div>
  )

  return (
    <div class={isOwn ? 'lock lock-own' : 'lock'}>
      <main class="lock-people">
        <p class="lock-clock">
          <b>{formats.time(now)}</b>
          <span>
            {formats.date(now, now)}
            <br />
            <b>{keeper.compoundName}</b>
          </span>
        </p>
        <Title text={!isOwn ? words.who : sets ? words.set.own : words.own} />
        {!isOwn && (
          <div class="lock-cards">
            {people.map((each) => (
              <button
                key={each.person}
                type="button"
                class="lock-card"
                aria-pressed={each.person === chosen}
                onClick={() => {
                  choose(each.person)
                  // On a narrow screen the digits stand below.
                  pad.current?.scrollIntoView({ block: 'end' })
                }}
              >
                <Avatar name={each.name} />
                <b>{each.name}</b>
                <span>
                  {withPin && !withPin.has(each.person)
                    ? words.noPin
                    : each.turn
                      ? words.turn(bins.window[each.turn.window], each.turn.from)
                      : words.noTurn}
                </span>
              </button>
            ))}
          </div>
        )}
        {!isOwn && keys}
        <p class="lock-kept">
          <Kept class="icon" aria-hidden="true" />
          {!isOwn ? words.kept : sets ? words.set.keptOwn : words.keptOwn}
        </p>
      </main>
      <div class="lock-pad" data-theme="night" ref={pad}>
        {one && withPin ? (
          !sets ? (
            <EnterPin
              key={one.person}
              keeper={keeper}
              person={one.person}
              name={one.name}
              onForgot={() => setForgot(true)}
            />
          ) : (
            <SetPin person={one.person} name={one.name} onLater={keeper.later} />
          )
        ) : (
          <p class="pad-title">{words.choose}</p>
        )}
        {isOwn && keys}
      </div>
      <Sheet
        open={forgot}
        onClose={() => setForgot(false)}
        title={words.forgotTitle}
        close={words.toLock}
        bar={
          <Key
            look="primary"
            label={byPassphrase ? words.havePassphrase : words.haveInvitation}
            onPress={() => location.assign(byPassphrase ? '/login' : '/join')}
          />
        }
      >
        <p>{byPassphrase ? words.forgotOfficer : words.forgotText}</p>
      </Sheet>
      <Sheet open={noting} onClose={() => setNoting(false)} title={words.whose} close={words.toLock}>
        <div class="stack">
          {people.map((each) => (
            <Key key={each.person} wide size="tall" label={each.name} onPress={() => props.onNote(each)} />
          ))}
        </div>
      </Sheet>
    </div>
  )
}
