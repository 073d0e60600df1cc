import CheckMark from '~icons/lucide/check'
import Close from '~icons/lucide/x'
import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import { buzz } from '#device/vibration.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { countsOf } from '#domain/bins/tallies.ts'
import { type Card, CARD_WASTE, isThanks } from '#domain/bins/talkCards.ts'
import { Cover } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Phrase } from '#ui/parts/Phrase.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import type { CardText } from '#ui/words/zh/cardTexts.ts'
import { CardPicture } from './CardPicture.tsx'
import { useTallying } from './keys.ts'
import { RecordingKeys } from './RecordingKeys.tsx'

/** One card, as large as the screen, turned to a resident: picture, two sentences, and how the talk ends. */
export function CardShown(props: {
  card: Card
  text: CardText
  /** Open and the person's own; without one nothing is counted. */
  shift: RecordId | undefined
  onClose: () => void
}) {
  const { card, text, shift, onClose } = props
  const { cards: words, whichBin } = useWords()
  const waste = CARD_WASTE[card]
  return (
    <Cover
      open
      onClose={onClose}
      title={words.showing(text.title)}
      bar={
        shift !== undefined && !isThanks(card) ? (
          <>
            <Key icon={Close} label={words.close} onPress={onClose} />
            <Told shift={shift} onClose={onClose} />
          </>
        ) : (
          <Key wide icon={Close} label={isThanks(card) ? words.thanked : words.close} onPress={onClose} />
        )
      }
    >
      <div class="card-shown">
        <CardPicture card={card} />
        <div class="card-words">
          {waste && <p class={`card-waste card-of-${waste}`}>{whichBin.name[waste]}</p>}
          {text.say.map((sentence) => (
            <p key={sentence} class="card-say">
              <Phrase text={sentence} />
            </p>
          ))}
          {text.local && <p>{words.local}</p>}
          <RecordingKeys card={card} text={text} />
        </div>
      </div>
    </Cover>
  )
}

/** A talk, not a person: one `explained` of the shift, through the queue that keeps every tap. */
function Told({ shift, onClose }: { shift: RecordId; onClose: () => void }) {
  const { cards: words, common } = useWords()
  const { ctx } = useApp()
  const keys = useTallying(shift)
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const told = async () => {
    if (busy || !keys.touch('explained', performance.now())) return
    buzz('tap')
    setBusy(true)
    await keys.settled()
    setBusy(false)
    const { refused } = keys.state()
    if (refused) return toast({ text: common.refused[refused], icon: Warning })
    const kept = ctx.view.get<Shift>(shift)
    toast({ text: words.counted(kept ? countsOf(kept).explained : 0) })
    onClose()
  }
  return (
    <Key
      look="primary"
      icon={CheckMark}
      label={words.told}
      busy={busy}
      busyLabel={common.saving}
      onPress={() => void told()}
    />
  )
}
