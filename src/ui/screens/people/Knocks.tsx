import { useState } from 'preact/hooks'
import type { InvitationRow, Knock } from '#device/invitations.ts'
import { Dialog } from '#ui/parts/Dialog.tsx'
import { ErrorPanel } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Digits } from '#ui/screens/join/Digits.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { useNow } from '#ui/state/clock.ts'
import { useFormats, useWords } from '#ui/words.ts'
import './knocks.css'

interface KnocksProps {
  rows: readonly InvitationRow[]
  onChanged: () => void
}

/** Who has confirmed an invitation and waits: their number, to be compared with the one they read out. */
export function Knocks({ rows, onChanged }: KnocksProps) {
  const all = useWords()
  const words = all.people.knock
  const { office } = useEntrance()
  const asking = useAsking()
  const toast = useToast()
  const [declining, setDeclining] = useState<{ row: InvitationRow; knock: Knock }>()
  const waiting = rows.filter(({ knocks }) => knocks.length > 0)

  const answer = async (row: InvitationRow, { number }: Knock, yes: boolean) => {
    const said = await asking.ask(() => office.answerKnock({ id: row.id, number, yes }))
    setDeclining(undefined)
    if (said) toast({ text: yes ? words.let(row.name) : words.declined })
    onChanged()
  }
  return (
    <div class={waiting.length > 0 || asking.refusal ? 'knocks stack' : 'knocks-none'}>
      <p class="spoken" role="status">
        {waiting.map(({ name }) => words.title(name)).join(' ')}
      </p>
      {asking.refusal && <ErrorPanel title={all.people.invitations} text={asking.refusal} />}
      {waiting.map((row) => (
        <section class="knock stack" key={row.id}>
          <h2 class="knock-title">{words.title(row.name)}</h2>
          {row.knocks.length > 1 && <p>{words.several(row.knocks.length)}</p>}
          {row.knocks.map((knock) => (
            <OneKnock
              key={knock.number}
              knock={knock}
              busy={asking.busy}
              onYes={() => void answer(row, knock, true)}
              onNo={() => setDeclining({ row, knock })}
            />
          ))}
        </section>
      ))}
      <Dialog
        open={declining !== undefined}
        onClose={() => setDeclining(undefined)}
        title={words.noTitle}
        text={words.noText}
      >
        <Key
          look="alert"
          label={words.noGo}
          busy={asking.busy}
          onPress={() => declining && void answer(declining.row, declining.knock, false)}
        />
        <Key wide label={all.common.cancel} onPress={() => setDeclining(undefined)} />
      </Dialog>
    </div>
  )
}

function OneKnock(props: { knock: Knock; busy: boolean; onYes: () => void; onNo: () => void }) {
  const { people } = useWords()
  const words = people.knock
  const { moment } = useFormats()
  const { number, at, deviceKind } = props.knock
  const kind = deviceKind === 'own' ? people.form.own : people.form.shared
  return (
    <div class="knock-one stack">
      <p class="knock-ask">{words.ask}</p>
      <Digits number={number} label={[kind, words.at(moment(at, useNow()))].join(' · ')} />
      <div class="knock-keys">
        <Key look="primary" size="tall" wide label={words.yes} busy={props.busy} onPress={props.onYes} />
        <Key size="tall" wide label={words.no} onPress={props.onNo} />
      </div>
    </div>
  )
}
