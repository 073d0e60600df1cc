import { useState } from 'preact/hooks'
import type { PersonRow } from '#device/office.ts'
import { columnOf } from '#domain/period.ts'
import { addDays } from '#domain/workingDays.ts'
import type { Duty, TeamRow } from '#queries/team.ts'
import { Avatar } from '#ui/parts/Avatar.tsx'
import { Dialog } from '#ui/parts/Dialog.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useRoleNames } from '#ui/state/roleNames.ts'
import { useFormats, useWords } from '#ui/words.ts'

export interface Handing {
  readonly who: TeamRow
  readonly duty: Duty
}

interface HandAreaProps {
  handing: Handing
  rows: readonly TeamRow[]
  /** What their devices said that they still have to send. */
  devices: readonly PersonRow[]
  onDone: () => void
}

type Day = 'today' | 'tomorrow' | 'monday'

/**
 * 把这片交给…, in the sheet of whoever has it: a day and a name, for good or for some days. What is not sent yet is told, and
 * hinders nothing: it will be taken.
 */
export function HandArea({ handing, rows, devices, onDone }: HandAreaProps) {
  const all = useWords()
  const roles = useRoleNames()
  const words = all.handedOver
  const formats = useFormats()
  const now = useNow()
  const toast = useToast()
  const { today, nudge } = useApp()
  const { office } = useEntrance()
  const asking = useAsking()
  const [day, setDay] = useState<Day>('tomorrow')
  const [to, setTo] = useState<TeamRow>()
  const [way, setWay] = useState<'over' | 'standIn'>('over')
  const [last, setLast] = useState('')
  const { who, duty } = handing
  const where = duty.where || all.people.whole
  const first = today()
  const from =
    day === 'today' ? first : day === 'tomorrow' ? addDays(first, 1) : addDays(first, 7 - columnOf(first))
  const until = last || addDays(from, 2)
  const tooEarly = way === 'standIn' && until < from
  const others = rows.filter(
    (one) =>
      one.person !== who.person &&
      !one.duties.some((held) => held.role === duty.role && held.place === duty.place),
  )
  // Whoever does the same elsewhere is asked first.
  const same = (one: TeamRow) => one.duties.some((held) => held.role === duty.role)
  const sorted = [...others].sort((a, b) => Number(same(b)) - Number(same(a)))
  const unsent = (devices.find((one) => one.person === who.person)?.devices ?? []).reduce(
    (sum, one) => sum + one.unsent,
    0,
  )

  const asks = (name: string) =>
    way === 'standIn'
      ? words.askStandIn(where, formats.day(from, now), formats.day(until, now), name)
      : words.ask(where, formats.day(from, now), name)
  const hand = async (person: TeamRow) => {
    const form = {
      person: who.person,
      role: duty.role,
      place: duty.place,
      to: person.person,
      from,
      ...(way === 'standIn' && { until }),
    }
    if (!(await asking.ask(() => office.handOver(form)))) return
    nudge()
    toast({ text: (way === 'standIn' ? words.standInDone : words.done)(where, person.name) })
    onDone()
  }
  return (
    <>
      <div class="stack-wide">
        <Segmented
          shown
          look="answer"
          label={words.how}
          options={(['over', 'standIn'] as const).map((value) => ({ value, label: words.ways[value] }))}
          value={way}
          onChange={setWay}
        />
        <Segmented
          shown
          look="answer"
          label={words.from}
          options={(['today', 'tomorrow', 'monday'] as const).map((value) => ({
            value,
            label: words.days[value],
          }))}
          value={day}
          onChange={setDay}
        />
        {way === 'standIn' && (
          <Field
            type="date"
            label={words.until}
            value={until}
            min={from}
            error={tooEarly ? words.untilWrong : undefined}
            onDraft={setLast}
          />
        )}
        {others.length === 0 ? (
          <Empty title={words.nobody} text={words.nobodyText}>
            <Key look="primary" label={all.people.invite} href="/people/invite" />
          </Empty>
        ) : (
          <Rows>
            {sorted.map((one) => (
              <Row
                key={one.person}
                lead={<Avatar name={one.name} look={one.away ? 'dusk' : 'plain'} />}
                title={one.name}
                sub={
                  one.away
                    ? all.people.away
                    : one.duties
                        .map(({ role, where: at }) => `${roles[role]} ${at || all.people.whole}`)
                        .join('・')
                }
                onPress={() => {
                  if (tooEarly) return
                  asking.forget()
                  setTo(one)
                }}
              />
            ))}
          </Rows>
        )}
      </div>
      <Dialog
        open={to !== undefined}
        onClose={() => setTo(undefined)}
        title={to ? asks(to.name) : ''}
        text={
          asking.refusal ??
          (way === 'standIn'
            ? words.standInText(who.name)
            : [words.askText(who.name), unsent > 0 && words.unsent(who.name, unsent)]
                .filter(Boolean)
                .join(''))
        }
      >
        <Key look="primary" label={words.go} busy={asking.busy} onPress={() => to && void hand(to)} />
        <Key wide label={all.common.cancel} onPress={() => setTo(undefined)} />
      </Dialog>
    </>
  )
}
