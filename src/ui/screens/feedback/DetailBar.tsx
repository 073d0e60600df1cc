import Check from '~icons/lucide/check'
import Pencil from '~icons/lucide/pencil'
import UserRound from '~icons/lucide/user-round'
import { useState } from 'preact/hooks'
import { tellReporter } from '#commands/feedback.ts'
import { giveOrder, progressOrder } from '#commands/orders.ts'
import type { Crew } from '#domain/ledger/crew.ts'
import { handsKey } from '#domain/ledger/hands.ts'
import type { FeedbackDetail } from '#queries/feedbackDetail.ts'
import { Key } from '#ui/parts/Key.tsx'
import { BillSheet } from '#ui/screens/ledger/BillSheet.tsx'
import { FirmLinkSheet } from '#ui/screens/ledger/FirmLinkSheet.tsx'
import { MoreSheet, useMore } from '#ui/screens/ledger/MoreSheet.tsx'
import { SendSheet } from '#ui/screens/ledger/SendSheet.tsx'
import { ShowKey, useShown } from '#ui/screens/wall/ShowKey.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { useAct } from './act.ts'
import { AssignSheet } from './AssignSheet.tsx'
import { useMay } from './may.ts'
import { type Writing, WriteSheet } from './WriteSheet.tsx'

/** Three facts, each its own window, and the next of them as the key. */
export function DetailBar({ detail }: { detail: FeedbackDetail }) {
  const { feedback, ledger, crews } = useWords()
  const words = feedback.detail
  const { ctx } = useApp()
  const act = useAct()
  const [writing, setWriting] = useState<Writing | 'assign' | 'more' | 'send' | 'bill' | 'firm'>()
  const mayWork = useMay('workOrder', detail)
  const mayAssign = useMay('assignOrder', detail)
  const mayOpen = useMay('openOrder', detail)
  const mayRecord = useMay('recordFeedback', detail)
  const { order, facts, record } = detail
  const open = order && order.status !== 'done'
  const name = detail.reporter ?? words.asker
  const mine = order?.assignee === ctx.me
  const ours = useView((view) =>
    view.all<Crew>('crew').some((one) => one.team === order?.team && one.people.includes(ctx.me)),
  )
  const assignable =
    mayAssign && (open || (order === undefined && mayOpen && record?.disposition === undefined))
  const more = useMore(detail)
  const held = order && handsKey(order) !== undefined
  const mayNote = record ? mayRecord : mayOpen

  const next = (() => {
    // It waits for the whole team: whoever takes it has it from then on.
    if (open && ours && mayWork && mayAssign)
      return (
        <Key
          look="primary"
          icon={UserRound}
          label={crews.take}
          onPress={() => void act(giveOrder(ctx, order, { assignee: ctx.me }), ledger.hands.took)}
        />
      )
    if (open && mayWork && (mine || order.assignee === undefined))
      return <Key look="primary" icon={Check} label={words.close} onPress={() => setWriting('close')} />
    if (assignable && !held)
      return <Key look="primary" icon={UserRound} label={words.assign} onPress={() => setWriting('assign')} />
    if (
      record &&
      !open &&
      facts.toldAt === undefined &&
      mayRecord &&
      (facts.handledAt !== undefined || detail.disposition !== undefined)
    )
      return (
        <Key
          look="primary"
          icon={Check}
          label={words.told(name)}
          onPress={() =>
            void act(tellReporter(ctx, detail.id, record.told !== undefined), words.toldSaid(name))
          }
        />
      )
    return undefined
  })()

  return (
    <div class="detail-bar">
      <Facts detail={detail} />
      <div class="detail-keys">
        {mayNote && <Key icon={Pencil} label={words.note} onPress={() => setWriting('note')} />}
        {next}
        <ShowKey detail={detail} />
        {assignable && held && (
          <Key look="quiet" label={words.reassign} onPress={() => setWriting('assign')} />
        )}
        {assignable && !held && mayWork && open && (
          <Key look="quiet" label={words.assign} onPress={() => setWriting('assign')} />
        )}
        {open && mayWork && mine && order.status !== 'working' && (
          <Key
            look="quiet"
            label={words.work}
            onPress={() => void act(progressOrder(ctx, order.id, 'working'), words.work)}
          />
        )}
        {open && mayWork && mine && order.status !== 'onHold' && (
          <Key look="quiet" label={words.hold} onPress={() => setWriting('hold')} />
        )}
        {(more.acts.length > 0 || more.slip) && (
          <Key look="quiet" label={ledger.more.key} onPress={() => setWriting('more')} />
        )}
      </div>
      {writing === 'more' && (
        <MoreSheet detail={detail} onChoose={setWriting} onClose={() => setWriting(undefined)} />
      )}
      {writing === 'send' && <SendSheet detail={detail} onClose={() => setWriting(undefined)} />}
      {writing === 'firm' && order && (
        <FirmLinkSheet detail={detail} order={order} onClose={() => setWriting(undefined)} />
      )}
      {writing === 'bill' && order && <BillSheet order={order} onClose={() => setWriting(undefined)} />}
      {writing === 'assign' && <AssignSheet detail={detail} onClose={() => setWriting(undefined)} />}
      {isWriting(writing) && (
        <WriteSheet writing={writing} detail={detail} onClose={() => setWriting(undefined)} />
      )}
    </div>
  )
}

const OTHERS: readonly unknown[] = [undefined, 'assign', 'more', 'send', 'bill', 'firm']
function isWriting(writing: unknown): writing is Writing {
  return !OTHERS.includes(writing)
}

/** 修好了 — 告诉本人 — 公示: one does not follow from another. Of what a round found, the next round is who looks. */
function Facts({ detail }: { detail: FeedbackDetail }) {
  const { facts, record } = detail
  const shown = useShown(detail)
  const words = useWords().feedback.detail
  const steps = [
    [words.facts.handled, facts.handledAt !== undefined],
    record
      ? ([words.facts.told, facts.toldAt !== undefined] as const)
      : ([words.facts.seen, facts.seenAt !== undefined] as const),
    [words.facts.shown, shown],
  ] as const
  return (
    <ol class="facts" aria-label={words.factsName}>
      {steps.map(([label, done]) => (
        <li key={label} class={done ? 'fact fact-done' : 'fact'}>
          <span class="fact-mark" aria-hidden="true">
            {done && <Check class="icon" />}
          </span>
          {label}
          <span class="spoken">{done ? words.yes : words.notYet}</span>
        </li>
      ))}
    </ol>
  )
}
