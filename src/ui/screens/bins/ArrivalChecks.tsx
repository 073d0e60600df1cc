import './arrival-checks.css'
import Camera from '~icons/lucide/camera'
import CheckMark from '~icons/lucide/check'
import Warning from '~icons/lucide/triangle-alert'
import { pressFill } from '#commands/fills.ts'
import { allGood, setCheck } from '#commands/checks.ts'
import type { Done } from '#commands/context.ts'
import { incidentOf } from '#domain/checklist.ts'
import { STREAMS, type Stream } from '#domain/streams.ts'
import { Key } from '#ui/parts/Key.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { TriState } from '#ui/parts/TriState.tsx'
import type { ShiftSheet } from '#queries/bins.ts'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { BinDrawing } from './signs.tsx'

/** 到岗看一看: what is looked at on arrival, and how full each bin is. Every press is kept at once. */
export function ArrivalChecks({ sheet, titled }: { sheet: ShiftSheet; titled?: boolean }) {
  const words = useWords()
  const { ctx } = useApp()
  const toast = useToast()
  const { shift, items, progress } = sheet
  const say = (done: Done) => {
    if (!done.ok && done.refused !== 'nothingToDo')
      toast({ text: `${words.bins.notChecked}。${words.common.refused[done.refused]}`, icon: Warning })
  }
  return (
    <div class="checks">
      <div class="checks-head">
        <p class="checks-title">
          {titled && <b>{words.bins.checks.title}</b>}
          <span>{words.bins.checks.seen(progress.seen, progress.of)}</span>
        </p>
        <Key
          look="quiet"
          icon={CheckMark}
          label={words.bins.checks.allGood}
          onPress={() => void allGood(ctx, shift.id).then(say)}
        />
      </div>
      <ul class="checks-rows">
        {items.map((item) => {
          const name = words.bins.checks.item[item] ?? item
          const state = shift.checks[item]
          return (
            <li key={item} class="check-row">
              {state === 'toFix' ? (
                <a class="check-name check-photo" href={incidentHref(shift.id, item)}>
                  {name}
                  <Camera class="icon" aria-label={words.bins.checks.photo} role="img" />
                </a>
              ) : (
                <span class="check-name" aria-hidden="true">
                  {name}
                </span>
              )}
              <TriState
                label={name}
                shown={false}
                value={state}
                names={words.common.tri}
                onChange={(answer) => void setCheck(ctx, shift.id, item, answer).then(say)}
              />
            </li>
          )
        })}
      </ul>
      <div class="bin-keys" role="group" aria-label={words.bins.checks.bins}>
        {STREAMS.map((stream) => (
          <BinKey
            key={stream}
            stream={stream}
            sheet={sheet}
            onPress={() => void pressFill(ctx, shift.id, stream).then(say)}
          />
        ))}
      </div>
    </div>
  )
}

/** A press goes 空的 → 半桶 → 满了. */
function BinKey({ stream, sheet, onPress }: { stream: Stream; sheet: ShiftSheet; onPress: () => void }) {
  const words = useWords().bins
  const fill = sheet.shift.fills[stream]
  const state = fill ? words.fill[fill] : words.notSeen
  return (
    <button
      type="button"
      class="key key-secondary bin-key"
      aria-label={words.fillName(words.streamFull[stream], state)}
      onClick={onPress}
    >
      <BinDrawing stream={stream} fill={fill} />
      <span class="bin-name">{words.stream[stream]}</span>
      {fill === 'full' ? (
        <Tag tone="done" icon={Warning} label={state} />
      ) : (
        <span class="bin-state">{state}</span>
      )}
    </button>
  )
}

function incidentHref(shift: string, item: string): string {
  const type = incidentOf(item)
  return `/bins/${shift}/incident${type ? `?type=${type}` : ''}`
}
