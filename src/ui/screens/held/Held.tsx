import './held.css'
import Warning from '~icons/lucide/triangle-alert'
import Copy from '~icons/lucide/copy'
import { useRoute } from 'preact-iso'
import { useState } from 'preact/hooks'
import { release } from '#commands/deciding.ts'
import { kindOf } from '#domain/change.ts'
import type { Held as HeldRecord } from '#domain/held.ts'
import type { RecordId } from '#domain/ids.ts'
import { copyText } from '#device/clipboard.ts'
import { type Asked, attentionOf, type NotTaken } from '#queries/attention.ts'
import { nameOf } from '#queries/feedback.ts'
import { isCorrection } from '#queries/heldActs.ts'
import { fieldsOf, isSayable } from '#queries/heldFields.ts'
import { Nothing } from '#ui/Nothing.tsx'
import { useTaken } from '#ui/paper/useTaken.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Card, Heading, Panel } from '#ui/parts/Card.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { saidIn, whereIs } from './fieldWords.ts'
import { GiveUp } from './GiveUp.tsx'
import { HeldForm } from './HeldForm.tsx'
import { heldText } from './heldText.ts'

type Open = NotTaken | Asked

/** One thing the office has and has not taken: read it in its own words, say it better, carry it away, give it up. */
export function Held() {
  const id = useRoute().params['id'] as RecordId
  const { ctx, today } = useApp()
  const { held } = useWords()
  const one = useView((view) =>
    attentionOf(view, ctx.me, today()).find(
      (each): each is Open => each.is !== 'disagreement' && each.act.some((part) => part.id === id),
    ),
  )
  const record = useView((view) => view.get<HeldRecord>(id))
  const [writing, setWriting] = useState(false)
  if (!one) return <Over record={record} />
  if (writing) return <HeldForm one={one} onBack={() => setWriting(false)} />
  return <Read one={one} title={held.title} onWrite={() => setWriting(true)} />
}

function Read({ one, title, onWrite }: { one: Open; title: string; onWrite: () => void }) {
  const { ctx } = useApp()
  const words = useWords()
  const { common, held, sync } = words
  const formats = useFormats()
  const now = useNow()
  const toast = useToast()
  const taken = useTaken()
  const view = useView((all) => all)
  const [giving, setGiving] = useState(false)
  const { record, act } = one
  const mine = one.is === 'notTaken'
  const on = { words, formats, view, now }
  const said = act.filter(({ change }) => !isCorrection(change))
  const sayable = isSayable(one)

  const take = async () => {
    const done = await release(ctx, act)
    toast({ text: done.ok ? held.taken : common.refused[done.refused] })
  }
  const carry = async () => {
    const done = await copyText(heldText(one, on))
    toast({ text: done ? held.carried : held.notCarried })
    if (done) await taken({ what: 'copied', note: held.title })
  }
  const correct = sayable && {
    label: mine ? held.again : held.officeAgain,
    onPress: onWrite,
  }
  const takeable = one.is === 'asked' && one.takeable
  return (
    <Screen
      title={title}
      back="/sync"
      bar={
        <BottomBar>
          {takeable ? (
            <Key look="primary" label={held.take} onPress={() => void take()} />
          ) : (
            correct && <Key look="primary" {...correct} />
          )}
          <Key label={mine ? held.giveUp : held.leave} onPress={() => setGiving(true)} />
        </BottomBar>
      }
    >
      <div class="held stack-wide">
        <Panel
          tone="alert"
          icon={Warning}
          title={mine ? sync.held[record.why] : sync.asked[record.why]}
          text={[
            mine ? held.mine : held.ofWhom(nameOf(view, record.author) || common.somebody),
            record.receivedAt && held.arrived(formats.moment(record.receivedAt, now)),
          ]
            .filter(Boolean)
            .join('・')}
        />
        <section class="stack">
          <Heading title={held.written} />
          {said.map((part) => (
            <Part key={part.id} part={part} on={on} />
          ))}
        </section>
        <div class="stack">
          {takeable && correct && <Key look="quiet" wide {...correct} />}
          {said.some((part) => fieldsOf(part).length > 0) && (
            <Key look="quiet" wide icon={Copy} label={held.carry} onPress={() => void carry()} />
          )}
        </div>
      </div>
      <GiveUp open={giving} one={one} onClose={() => setGiving(false)} />
    </Screen>
  )
}

function Part({ part, on }: { part: HeldRecord; on: Parameters<typeof saidIn>[1] }) {
  const { held, sync } = on.words
  const kind = kindOf(part.change.name)
  // What it was said about, where that is here: its number and its place.
  const target = on.view.get(part.change.record)
  const about =
    target &&
    [target.no !== undefined && on.words.common.number(target.no), whereIs(on.view, target.place)]
      .filter(Boolean)
      .join('・')
  const fields = fieldsOf(part)
    .map((field) => ({ name: field.name, said: saidIn(field, on) }))
    .filter(({ said }) => said !== '')
  return (
    <Card>
      <h3 class="held-kind">{sync.kinds[kind] ?? sync.kinds['other']}</h3>
      {about && <p class="caption">{about}</p>}
      {fields.length === 0 ? (
        <p>{held.nothingToRead}</p>
      ) : (
        <dl class="held-said">
          {fields.map(({ name, said }) => (
            <div key={name}>
              <dt>{held.field[name]}</dt>
              <dd>{said}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  )
}

/** Nothing is left to decide, or it is not here. */
function Over({ record }: { record: HeldRecord | undefined }) {
  const { held } = useWords()
  const status = record?.status
  const reason = record?.decided?.reason
  const Why = record ? Empty : Nothing
  return (
    <Screen title={held.title} back="/sync">
      <Why
        lit
        title={status === undefined || status === 'open' ? held.over.gone : held.over[status]}
        text={reason === undefined ? undefined : held.reason(reason)}
      >
        <Key look="primary" label={held.back} href="/sync" />
      </Why>
    </Screen>
  )
}
