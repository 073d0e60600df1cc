import CheckMark from '~icons/lucide/check'
import Note from '~icons/lucide/notebook-pen'
import Phone from '~icons/lucide/phone'
import PhoneOff from '~icons/lucide/phone-off'
import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import type { RecordId } from '#domain/ids.ts'
import type { Stream } from '#domain/bins/streams.ts'
import type { Call, WhomToCall } from '#queries/hauls.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { keep, kept } from '#ui/state/kept.ts'
import { useKeeps } from '#ui/screens/plan/useKeeps.ts'
import { useFormats, useWords } from '#ui/words.ts'

export interface CanCall {
  readonly can: boolean
  set(can: boolean): void
}

const KEPT = 'callsFromHere'

/** Whether this device is one to ring with: a shared tablet is not, until somebody says otherwise. */
export function useCanCall(): CanCall {
  const { ctx } = useApp()
  const [said, say] = useState(() => kept(KEPT))
  return {
    can: said === undefined ? ctx.deviceKind === 'own' : said === 'yes',
    set(can) {
      keep(KEPT, can ? 'yes' : 'no')
      say(can ? 'yes' : 'no')
    },
  }
}

/** Beside a bin: one press rings and notes; where nothing can be rung from here it notes. */
export function BinsCall(props: {
  stream: Stream
  call: Call | undefined
  whom: WhomToCall | undefined
  /** The next step: this bin is full and nobody was called. */
  first: boolean
  onCall: () => void
}) {
  const { stream, call, whom, first, onCall } = props
  const words = useWords()
  const formats = useFormats()
  const { full } = words.hauls
  if (call) {
    return (
      <div class="bins-called">
        <p class="caption">
          <CheckMark class="icon" aria-hidden="true" /> {full.called(formats.time(call.at))}
        </p>
        {whom && <Key look="quiet" label={full.callAgain} href={telephone(whom)} />}
      </div>
    )
  }
  return (
    <div class="bins-call">
      <Key
        wide
        look={first ? 'primary' : 'quiet'}
        icon={whom ? Phone : Note}
        label={whom ? full.call : full.note}
        href={whom && telephone(whom)}
        onPress={onCall}
      >
        <span class="spoken">{words.bins.streamFull[stream]}</span>
      </Key>
    </div>
  )
}

/** The number, large enough to be typed on another phone; where it is not known, who could enter it. */
export function BinsNumber(props: { point: RecordId; whom: WhomToCall | undefined; canCall: CanCall }) {
  const { point, whom, canCall } = props
  const { full } = useWords().hauls
  const keeps = useKeeps()
  if (!whom) {
    return (
      <Panel icon={Warning} title={full.noNumber} text={full.noNumberText}>
        {keeps.bins && <Key label={full.enterNumber} href={`/bins/keep/points/${point}`} />}
      </Panel>
    )
  }
  return (
    <Panel title={whom.haulier ?? full.property} {...(!canCall.can && { text: full.cannotCall })}>
      <p class="bins-number">
        <span class="spoken">{full.number} </span>
        {whom.number}
      </p>
      <Key
        look="quiet"
        icon={canCall.can ? PhoneOff : Phone}
        label={canCall.can ? full.cannot : full.canCall}
        onPress={() => canCall.set(!canCall.can)}
      />
    </Panel>
  )
}

function telephone({ number }: WhomToCall): string {
  return `tel:${number.replace(/[^\d+]/g, '')}`
}
