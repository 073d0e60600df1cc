import './file.css'
import Outside from '~icons/lucide/log-out'
import Moving from '~icons/lucide/truck'
import Number from '~icons/lucide/hash'
import All from '~icons/lucide/file-text'
import Phone from '~icons/lucide/phone'
import AddPerson from '~icons/lucide/user-plus'
import { useMemo, useState } from 'preact/hooks'
import { moveBack, moveOut } from '#commands/moves.ts'
import type { Act } from '#domain/roles.ts'
import type { Reader } from '#queries/reader.ts'
import type { Household, Person } from '#queries/residents.ts'
import { alikeKey, alikeResidents } from '#queries/sameResident.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { PhoneRow } from '#ui/screens/doors/PhoneRow.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { CareSection } from './CareSection.tsx'
import { DoorNumberSheet } from './DoorNumberSheet.tsx'
import { MoveOutSheet } from './MoveOutSheet.tsx'
import { MoveSheet } from './MoveSheet.tsx'
import { notSame } from './notSame.ts'
import { MergedIn, SamePanel } from './SamePerson.tsx'
import { useDoing } from './useDoing.ts'

/** As many as are told of those who left. */
const GONE_SHOWN = 5

/** The rest of a home's file: on whose word care stands, who owns it, who left, who may be written down twice. */
export function HomeFile({
  home,
  reader,
  may,
  onEdit,
}: {
  home: Household
  reader: Reader
  may: (act: Act) => boolean
  onEdit: (person: Person | 'new') => void
}) {
  const { dwelling, people, owners, movedOut, closed } = home
  const { household: words, doors, subject } = useWords()
  const { today } = useApp()
  const { date } = useFormats()
  const { ctx } = useApp()
  const doing = useDoing()
  const [open, setOpen] = useState<'out' | 'within' | 'number'>()
  const [settled, setSettled] = useState(0)
  const edits = may('editRoster') && !closed
  const alike = useMemo(() => {
    if (!edits) return []
    const said = notSame(reader.me)
    return alikeResidents(reader, dwelling.id).filter(
      ({ first, second }) => !said.has(alikeKey(first, second)),
    )
  }, [reader, dwelling.id, edits, settled])
  const close = () => setOpen(undefined)
  if (closed) return null
  return (
    <div class="home-file">
      {edits &&
        people
          .filter(({ wantsKin }) => wantsKin)
          .map((person) => (
            <Panel
              key={person.resident.id}
              icon={Phone}
              title={words.kinWanted(person.resident.name)}
              text={words.kinAsk}
            >
              <Key look="quiet" label={words.kinAdd} onPress={() => onEdit(person)} />
            </Panel>
          ))}
      {alike.map((one) => (
        <SamePanel
          key={alikeKey(one.first, one.second)}
          alike={one}
          reader={reader}
          onSettled={() => setSettled((times) => times + 1)}
        />
      ))}
      {edits && people.map((person) => <MergedIn key={person.resident.id} person={person} />)}
      {reader.reads('care', dwelling.id) && (
        <CareSection people={people} edits={may('editCare')} withdraws={may('withdrawCare')} />
      )}
      {owners.length > 0 && (
        <section>
          <h2>{words.owners}</h2>
          {owners.map((person) => (
            <div key={person.resident.id}>
              <p>
                <b>{person.resident.name}</b>
              </p>
              <PhoneRow person={person} onAdd={edits ? () => onEdit(person) : undefined} />
              {edits && <Key look="quiet" label={doors.home.editTitle} onPress={() => onEdit(person)} />}
            </div>
          ))}
        </section>
      )}
      {edits && movedOut.length > 0 && (
        <section class="home-file">
          <h2>{words.gone}</h2>
          <Rows label={words.gone}>
            {movedOut.slice(0, GONE_SHOWN).map(({ id, name, movedOut: day = '' }) => (
              <Row
                key={id}
                title={name}
                sub={words.goneOn(date(day, today()))}
                right={
                  <Key
                    look="quiet"
                    label={words.move.back}
                    onPress={() =>
                      void doing(moveBack(ctx, [id]), words.move.backDone(name), () =>
                        moveOut(ctx, [id], day),
                      )
                    }
                  />
                }
              />
            ))}
          </Rows>
        </section>
      )}
      <div class="home-keys">
        {edits && (
          <Key look="quiet" icon={AddPerson} label={doors.home.addPerson} onPress={() => onEdit('new')} />
        )}
        {edits && people.length > 0 && (
          <>
            <Key look="quiet" icon={Outside} label={words.move.out} onPress={() => setOpen('out')} />
            <Key look="quiet" icon={Moving} label={words.move.within} onPress={() => setOpen('within')} />
          </>
        )}
        {may('setUp') &&
          [...people, ...owners].map(({ resident: { id, name } }) => (
            <Key
              key={id}
              look="quiet"
              icon={All}
              label={subject.open(name)}
              href={`/doors/home/${dwelling.id}/about/${id}`}
            />
          ))}
        {may('setUp') && (
          <Key look="quiet" icon={Number} label={words.door.change} onPress={() => setOpen('number')} />
        )}
      </div>
      {open === 'out' && <MoveOutSheet people={people} onClose={close} />}
      {open === 'within' && <MoveSheet people={people} from={dwelling} reader={reader} onClose={close} />}
      {open === 'number' && <DoorNumberSheet dwelling={dwelling} onClose={close} />}
    </div>
  )
}
