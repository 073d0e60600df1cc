import './arrival-checks.css'
import './to-fix.css'
import CheckMark from '~icons/lucide/check'
import Chevron from '~icons/lucide/chevron-right'
import { useState } from 'preact/hooks'
import { allGood, setCheck } from '#commands/checks.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Moment } from '#domain/bins/shift.ts'
import { type LookItem, lookRound } from '#queries/checklist.ts'
import { Key } from '#ui/parts/Key.tsx'
import { TriState } from '#ui/parts/TriState.tsx'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { findingText, itemName, matterText } from './checkWords.ts'
import { ToFixAgain } from './ToFixAgain.tsx'
import { ToFixDetails } from './ToFixDetails.tsx'
import { useAnswer } from './useAnswer.ts'

/** What is looked at on coming or on going; what an earlier round wanted put right stands above. Every press is kept at once. */
export function ChecksRound(props: { shift: RecordId; when: Moment; titled?: boolean | undefined }) {
  const { shift, when, titled } = props
  const words = useWords()
  const answer = useAnswer(shift)
  const round = useView((view) => lookRound(view, shift, when))
  const [opened, setOpened] = useState<string>()
  if (!round) return null
  return (
    <>
      {round.again.length > 0 && <ToFixAgain round={round} onBad={setOpened} />}
      <div class="checks-head">
        <p class="checks-title">
          {titled && <b>{words.checks.title[when]}</b>}
          <span>{words.checks.seen(round.progress.seen, round.progress.of)}</span>
        </p>
        <Key
          look="quiet"
          icon={CheckMark}
          label={words.checks.allGood}
          onPress={() => answer((ctx, id) => allGood(ctx, id, when))}
        />
      </div>
      <ul class="checks-rows">
        {round.items.map((one) => (
          <CheckRow
            key={one.item}
            one={one}
            shift={shift}
            when={when}
            open={opened === one.item}
            onOpen={(open) => setOpened(open ? one.item : undefined)}
          />
        ))}
      </ul>
    </>
  )
}

interface CheckRowProps {
  one: LookItem
  shift: RecordId
  when: Moment
  open: boolean
  onOpen: (open: boolean) => void
}

/** One item and its three answers; 要改 asks which bin, in a sentence and a photo, all of which may be left. */
function CheckRow({ one, shift, when, open, onOpen }: CheckRowProps) {
  const words = useWords()
  const answer = useAnswer(shift)
  const { item, state, finding } = one
  const name = itemName(item, words)
  const isToFix = state === 'toFix'
  const said = isToFix ? findingText(finding, words) : ''
  return (
    <li class="check-row">
      {isToFix ? (
        <button
          type="button"
          class="check-name check-to-fix"
          aria-expanded={open}
          onClick={() => onOpen(!open)}
        >
          <span>
            {name}
            <span class="caption check-said">{said || words.checks.fix.more}</span>
          </span>
          <Chevron class="icon" aria-hidden="true" />
        </button>
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
        onChange={(next) => {
          onOpen(next === 'toFix')
          answer((ctx, id) =>
            setCheck(ctx, id, item, next, {
              when,
              text: matterText(item, {}, words),
              reason: words.checks.takenBack,
            }),
          )
        }}
      />
      {one.beside.map((other) => (
        <p key={other.name} class="caption check-beside">
          {words.checks.beside(other.name, words.checks.sheet.state[other.state])}
        </p>
      ))}
      {isToFix && open && (
        <ToFixDetails shift={shift} item={item} name={name} when={when} finding={finding} />
      )}
    </li>
  )
}
