import Again from '~icons/lucide/user-round-plus'
import { useState } from 'preact/hooks'
import type { PersonRow } from '#device/office.ts'
import { addDays } from '#domain/workingDays.ts'
import type { Duty, TeamRow } from '#queries/team.ts'
import { Avatar } from '#ui/parts/Avatar.tsx'
import { Heading } from '#ui/parts/Card.tsx'
import { Dialog, Sheet } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { useApp } from '#ui/state/app.ts'
import { useRoleNames } from '#ui/state/roleNames.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { HandArea, type Handing } from './HandArea.tsx'
import { inviteAgain } from './inviteAgain.ts'

interface TeamProps {
  rows: readonly TeamRow[]
  /** Whether whoever looks may invite them again. */
  officer: boolean
  /** Of an office with a network: what the server knows of their devices. */
  devices: readonly PersonRow[] | undefined
}

/**
 * Who is here as what; the office ends what somebody does or gives it to another, online, but never its own by one press too
 * many. It invites again who has left too: an invitation without a name of the list makes another person.
 */
export function Team({ rows, officer, devices }: TeamProps) {
  const all = useWords()
  const words = all.people
  const roles = useRoleNames()
  const formats = useFormats()
  const toast = useToast()
  const { ctx, today, nudge } = useApp()
  const { office } = useEntrance()
  const asking = useAsking()
  const [shown, setShown] = useState<TeamRow>()
  const [ending, setEnding] = useState<Handing>()
  const [handing, setHanding] = useState<Handing>()
  const day = today()
  const dutyIn = ({ role, where, to }: Duty) =>
    [roles[role], where || words.whole, to === undefined ? '' : words.until(formats.date(to, day))]
      .filter(Boolean)
      .join(' · ')

  const end = async ({ who, duty: { role, place } }: Handing) => {
    // The last day it holds: with yesterday it holds no more from now on.
    const form = { person: who.person, role, place, to: addDays(day, -1) }
    if (!(await asking.ask(() => office.endAppointment(form)))) return
    setEnding(undefined)
    nudge()
    toast({ text: words.ended(who.name) })
  }
  const close = () => {
    setShown(undefined)
    setHanding(undefined)
  }
  return (
    <section class="stack">
      <Heading title={words.team} right={words.count(rows.filter((one) => !one.away).length)} />
      <Rows>
        {rows.map((who) => (
          <Row
            key={who.person}
            lead={<Avatar name={who.name} look={who.away ? 'dusk' : 'plain'} />}
            title={who.name}
            sub={
              who.away ? words.away : who.duties.map((duty, index) => <div key={index}>{dutyIn(duty)}</div>)
            }
            onPress={officer && who.person !== ctx.me ? () => setShown(who) : undefined}
          />
        ))}
      </Rows>
      <Sheet
        open={shown !== undefined}
        onClose={close}
        title={handing ? all.handedOver.title(handing.duty.where || words.whole) : (shown?.name ?? '')}
        text={handing && all.handedOver.text(handing.who.name, roles[handing.duty.role])}
        close={all.common.close}
      >
        {handing && devices ? (
          <HandArea handing={handing} rows={rows} devices={devices} onDone={close} />
        ) : (
          shown && (
            <div class="stack">
              {shown.away && <p>{words.away}</p>}
              {shown.duties.length > 0 && (
                <Rows>
                  {shown.duties.map((duty, index) => (
                    <Row
                      key={index}
                      title={dutyIn(duty)}
                      right={
                        devices && (
                          <span class="beside">
                            <Key
                              look="quiet"
                              label={all.handedOver.give}
                              onPress={() => setHanding({ who: shown, duty })}
                            />
                            <Key
                              look="quiet"
                              label={words.end}
                              onPress={() => {
                                close()
                                setEnding({ who: shown, duty })
                              }}
                            />
                          </span>
                        )
                      }
                    />
                  ))}
                </Rows>
              )}
              <Key wide icon={Again} label={words.again.key} href={inviteAgain(shown.person)} />
              <p class="caption">{words.again.text}</p>
            </div>
          )
        )}
      </Sheet>
      <Dialog
        open={ending !== undefined}
        onClose={() => setEnding(undefined)}
        title={ending ? words.endTitle(ending.who.name, dutyIn(ending.duty)) : words.end}
        text={asking.refusal ?? words.endText}
      >
        <Key look="alert" label={words.endGo} busy={asking.busy} onPress={() => ending && void end(ending)} />
        <Key wide label={all.common.cancel} onPress={() => setEnding(undefined)} />
      </Dialog>
    </section>
  )
}
