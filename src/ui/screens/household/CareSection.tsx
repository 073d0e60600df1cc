import Heart from '~icons/lucide/heart'
import Pencil from '~icons/lucide/pencil'
import { useState } from 'preact/hooks'
import { askedAgain } from '#commands/care.ts'
import { ASK_AFTER_DAYS, type Consented } from '#domain/doors/consented.ts'
import { addDays } from '#domain/workingDays.ts'
import { type CareParts, reasonsOf } from '#queries/careParts.ts'
import type { Person } from '#queries/residents.ts'
import { Card } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { CareSheet } from './CareSheet.tsx'
import { useDoing } from './useDoing.ts'
import { WithdrawDialog } from './WithdrawDialog.tsx'

/** On whose word what is known of each person stands; whoever hears that it is taken back takes it away here. */
export function CareSection({
  people,
  edits,
  withdraws,
}: {
  people: readonly Person[]
  edits: boolean
  withdraws: boolean
}) {
  const { household } = useWords()
  const words = household.care
  const [editing, setEditing] = useState<Person>()
  const told = people.filter(({ parts }) => parts.some(({ care, reasons }) => care ?? reasons))
  const untold = edits ? people.filter((one) => !told.includes(one)) : []
  if (told.length === 0 && untold.length === 0) return null
  return (
    <section class="home-file">
      <h2>{words.title}</h2>
      {told.map((person) => (
        <CareOf
          key={person.resident.id}
          person={person}
          named={people.length > 1}
          withdraws={withdraws}
          onEdit={edits ? () => setEditing(person) : undefined}
        />
      ))}
      {untold.length > 0 && told.length === 0 && <p class="caption">{words.none}</p>}
      {untold.length > 0 && (
        <div class="home-keys">
          {untold.map((person) => (
            <Key
              key={person.resident.id}
              look="quiet"
              icon={Heart}
              label={words.begin}
              sub={people.length > 1 ? person.resident.name : undefined}
              onPress={() => setEditing(person)}
            />
          ))}
        </div>
      )}
      {editing && <CareSheet person={editing} onClose={() => setEditing(undefined)} />}
    </section>
  )
}

function CareOf({
  person,
  named,
  withdraws,
  onEdit,
}: {
  person: Person
  named: boolean
  withdraws: boolean
  onEdit: (() => void) | undefined
}) {
  const { household } = useWords()
  const words = household.care
  const { ctx, today } = useApp()
  const { date } = useFormats()
  const doing = useDoing()
  const [taking, setTaking] = useState(false)
  const { resident, parts } = person
  const standing = parts.filter((one) => consentOf(one))
  const reasons = reasonsOf(parts)
  const mine = parts[0] && consentOf(parts[0])
  const until = addDays(today(), ASK_AFTER_DAYS)
  return (
    <Card>
      <div class="care-said">
        {named && <h3>{resident.name}</h3>}
        {parts.map((one) => (
          <Standing key={one.resident.id} part={one} own={one.resident.id === resident.id} />
        ))}
        {reasons.length > 0 && (
          <>
            <p class="caption">{words.officeOnly}</p>
            <p class="home-tags">
              {reasons.map((reason) => (
                <Tag key={reason} label={words.reasons[reason]} />
              ))}
            </p>
          </>
        )}
        <div class="home-keys">
          {onEdit && (
            <Key look="quiet" icon={Pencil} label={mine ? words.edit : words.begin} onPress={onEdit} />
          )}
          {onEdit && parts[0] && mine && (
            <Key
              look="quiet"
              label={words.askedAgain}
              onPress={() =>
                void doing(askedAgain(ctx, parts[0]!, until), words.askedAgainDone(date(until, today())))
              }
            />
          )}
          {withdraws && standing.length > 0 && (
            <Key look="quiet" label={words.withdraw} onPress={() => setTaking(true)} />
          )}
        </div>
      </div>
      <WithdrawDialog open={taking} name={resident.name} parts={parts} onClose={() => setTaking(false)} />
    </Card>
  )
}

function Standing({ part, own }: { part: CareParts; own: boolean }) {
  const { household } = useWords()
  const words = household.care
  const { today } = useApp()
  const { date } = useFormats()
  const said = (day: string) => date(day, today())
  const record: Consented | undefined = part.care ?? part.reasons
  if (!record) return null
  const { consent, withdrawnAt } = record
  if (!consent) return withdrawnAt === undefined ? null : <p>{words.takenBack(said(withdrawnAt))}</p>
  const { basis, how, at, reviewBy } = consent
  return (
    <p>
      {words.agreed(words.basis[basis], said(at), words.how[how])}
      <br />
      {reviewBy === undefined
        ? words.noDay
        : reviewBy < today()
          ? words.askNow(said(reviewBy))
          : words.askBy(said(reviewBy))}
      {!own && (
        <>
          <br />
          <span class="caption">{words.onOther(part.resident.name)}</span>
        </>
      )}
    </p>
  )
}

function consentOf({ care, reasons }: CareParts) {
  return care?.consent ?? reasons?.consent
}
