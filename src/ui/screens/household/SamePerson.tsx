import Users from '~icons/lucide/users'
import { useState } from 'preact/hooks'
import { mergeResidents, unmergeResident } from '#commands/moves.ts'
import { takeOverContact } from '#commands/residents.ts'
import { type Contact, masked } from '#domain/doors/contact.ts'
import { whereOf } from '#domain/places.ts'
import { contactId, type Resident } from '#domain/doors/resident.ts'
import type { Reader } from '#queries/reader.ts'
import type { Person } from '#queries/residents.ts'
import type { Alike } from '#queries/sameResident.ts'
import { Card, Panel } from '#ui/parts/Card.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { noteNotSame } from './notSame.ts'
import { useDoing } from './useDoing.ts'

/** Somebody seems to be written down twice: it is said, and nothing is done unless a person does it. */
export function SamePanel({
  alike,
  reader,
  onSettled,
}: {
  alike: Alike
  reader: Reader
  onSettled: () => void
}) {
  const { household } = useWords()
  const words = household.same
  const [comparing, setComparing] = useState(false)
  return (
    <Panel icon={Users} title={words.title(alike.first.name)} text={words.why[alike.why]}>
      <Key wide label={words.look} onPress={() => setComparing(true)} />
      {comparing && (
        <CompareSheet
          alike={alike}
          reader={reader}
          onClose={() => {
            setComparing(false)
            onSettled()
          }}
        />
      )}
    </Panel>
  )
}

function CompareSheet({ alike, reader, onClose }: { alike: Alike; reader: Reader; onClose: () => void }) {
  const { household, common } = useWords()
  const words = household.same
  const { ctx } = useApp()
  const toast = useToast()
  const doing = useDoing()
  const { first, second } = alike
  const merge = async (loser: Resident, winner: Resident) => {
    const back = () => unmergeResident(ctx, loser.id)
    if (await doing(mergeResidents(ctx, loser.id, winner.id), words.merged(winner.name), back)) onClose()
  }
  const no = () => {
    noteNotSame(ctx.me, alike)
    toast({ text: words.noted })
    onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.compare}
      text={words.why[alike.why]}
      close={common.close}
      bar={
        <div class="home-keys">
          <Key look="primary" label={words.keepFirst} onPress={() => void merge(second, first)} />
          <Key label={words.keepSecond} onPress={() => void merge(first, second)} />
          <Key look="quiet" label={words.no} onPress={no} />
        </div>
      }
    >
      <div class="compare">
        <One title={words.first} resident={first} reader={reader} />
        <One title={words.second} resident={second} reader={reader} />
      </div>
    </Sheet>
  )
}

function One({ title, resident, reader }: { title: string; resident: Resident; reader: Reader }) {
  const { household, doors } = useWords()
  const phone = reader.get<Contact>(contactId(resident.id))?.phone
  const facts = [
    [household.same.door, whereOf(resident.place, reader.tree)],
    [doors.home.phone, phone !== undefined && masked(phone)],
    [doors.home.ageLabel, resident.ageBand && doors.home.age[resident.ageBand]],
    [household.relationLabel, resident.relation && household.relation[resident.relation]],
    [household.gone, resident.movedOut],
  ] as const
  return (
    <Card>
      <div class="compare-one">
        <p class="caption">{title}</p>
        <h3>{resident.name}</h3>
        <dl>
          {facts.map(([label, value]) => (
            <>
              <dt class="caption">{label}</dt>
              <dd>{value || household.same.empty}</dd>
            </>
          ))}
        </dl>
      </div>
    </Card>
  )
}

/** The records that somebody merged into this person: what only they say, and the way back. */
export function MergedIn({ person }: { person: Person }) {
  const { household } = useWords()
  const { list } = useFormats()
  const words = household.same
  const { ctx } = useApp()
  const doing = useDoing()
  return (
    <>
      {person.others.map(({ resident, contact }) => {
        const { phone, kin } = contact ?? {}
        const more = [
          phone !== undefined && phone !== person.contact?.phone && masked(phone),
          kin && kin.phone !== person.contact?.kin?.phone && `${kin.name} ${masked(kin.phone)}`,
        ].filter((one) => typeof one === 'string')
        return (
          <Panel
            key={resident.id}
            icon={Users}
            title={words.others(resident.name)}
            text={more.length > 0 ? words.also(list(more)) : undefined}
          >
            <div class="home-keys">
              {contact && more.length > 0 && (
                <Key
                  look="quiet"
                  label={words.takeOver}
                  onPress={() => void doing(takeOverContact(ctx, person, contact), household.decided)}
                />
              )}
              <Key
                look="quiet"
                label={words.split}
                onPress={() =>
                  void doing(unmergeResident(ctx, resident.id), words.splitDone, () =>
                    mergeResidents(ctx, resident.id, person.resident.id),
                  )
                }
              />
            </div>
          </Panel>
        )
      })}
    </>
  )
}
