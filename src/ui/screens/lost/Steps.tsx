import Printer from '~icons/lucide/printer'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Invitation, Invite } from '#device/office.ts'
import type { PersonId } from '#domain/ids.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import { inForce } from '#domain/rights.ts'
import { officersBeside } from '#queries/lostSteps.ts'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { Dialog } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import type { Saying } from './says.ts'
import type { Lost } from './useLost.ts'

interface StepsProps {
  lost: Lost
  say: Saying
  onStopped: () => void
  onInvited: (asked: Invite, where: string, invitation: Invitation) => void
  onPack: () => void
}

/** In the order in which it helps: first what closes the device, then who has to hear of it. */
export function Steps({ lost, say, onStopped, onInvited, onPack }: StepsProps) {
  const { people: words, common, lost: said } = say.words
  const { steps } = said
  const { device } = lost
  const { ctx, deviceId, today } = useApp()
  const { office } = useEntrance()
  const asking = useAsking()
  const [stopping, setStopping] = useState(false)
  const day = today()
  const others = useView((view) => officersBeside(view, ctx, device.people, day))

  const stop = async () => {
    if (!(await asking.ask(() => office.revoke(device.device)))) return
    setStopping(false)
    onStopped()
  }
  const dutyOf = (person: PersonId) =>
    appointmentsOf(ctx.view.get<Member>(memberId(person))).find((one) => inForce(one, day))
  const invite = async (person: PersonId) => {
    const duty = dutyOf(person)
    if (!duty) return
    const { role, place, from, to } = duty
    const name = say.nameOf(person)
    const { deviceKind } = device
    const asked: Invite = { name, role, place, from, ...(to !== undefined && { to }), deviceKind, person }
    const made = await asking.ask(() => office.invite(asked))
    if (made) onInvited(asked, say.whereOf(place) || words.whole, made)
  }
  return (
    <section class="stack">
      <Heading title={steps.title} />
      <Step nth={1} title={device.revoked ? steps.stopped : steps.stop} text={steps.stopText}>
        {!device.revoked && device.device !== deviceId && (
          <Key wide look="alert" label={words.stop} onPress={() => setStopping(true)} />
        )}
      </Step>
      <Step nth={2} title={steps.anew} text={steps.anewText}>
        {!stopping && asking.refusal && <p role="alert">{asking.refusal}</p>}
        {device.people
          .filter((person) => person !== ctx.me && dutyOf(person))
          .map((person) => (
            <Key
              key={person}
              wide
              label={steps.invite(say.nameOf(person))}
              busy={asking.busy}
              onPress={() => void invite(person)}
            />
          ))}
      </Step>
      <Step
        nth={3}
        title={steps.tell}
        text={others.length > 0 ? steps.tellText(say.formats.list(others)) : steps.tellNobody}
      />
      <Step nth={4} title={steps.report} text={steps.reportText}>
        <Key wide look="primary" icon={Printer} label={steps.pack} onPress={onPack} />
      </Step>
      <Dialog
        open={stopping}
        onClose={() => setStopping(false)}
        title={words.stopTitle}
        text={asking.refusal ?? words.stopText}
      >
        <Key look="alert" label={words.stopGo} busy={asking.busy} onPress={() => void stop()} />
        <Key wide label={common.cancel} onPress={() => setStopping(false)} />
      </Dialog>
    </section>
  )
}

function Step(props: { nth: number; title: string; text: string; children?: ComponentChildren }) {
  return (
    <Card>
      <div class="stack">
        <h3>
          {props.nth}　{props.title}
        </h3>
        <p>{props.text}</p>
        {props.children}
      </div>
    </Card>
  )
}
