import './cards.css'
import { useLocation, useRoute } from 'preact-iso'
import { useState } from 'preact/hooks'
import type { RecordId } from '#domain/ids.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { type Card, isThanks, TALK_CARDS, THANK_CARDS } from '#domain/bins/talkCards.ts'
import { openShiftOf } from '#queries/bins.ts'
import { leaveScreen } from '#ui/parts/backCloses.ts'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useLanguage, useWords } from '#ui/words.ts'
import { cardTexts as english } from '#ui/words/en/cardTexts.ts'
import { cardTexts as chinese } from '#ui/words/zh/cardTexts.ts'
import { CardPicture } from './CardPicture.tsx'
import { CardShown } from './CardShown.tsx'
import { ThemeOnPhone } from './ThemeOnPhone.tsx'

const ALL: readonly Card[] = [...TALK_CARDS, ...THANK_CARDS]

/**
 * `/bins/:shift/cards`, or `/bins/cards` for the shift that is open now, `?card=` one of them: pictures to show a resident.
 * A talk counts in an open shift of one's own; anywhere else the cards are there to be read.
 */
export function Cards() {
  const { params, query } = useRoute()
  const { cards: words } = useWords()
  const texts = useLanguage() === 'zh' ? chinese : english
  const { ctx } = useApp()
  const { route } = useLocation()
  const asked = params['shift'] as RecordId | undefined
  const shift = useView((view) => {
    const one = asked === undefined ? openShiftOf(view, ctx.me) : view.get<Shift>(asked)
    const counting =
      one?.kind === 'shift' && one.author === ctx.me && one.closedAt === undefined && !one.voided
    return counting ? one : undefined
  })
  const given = ALL.find((card) => card === query['card'])
  const [kind, setKind] = useState<'talk' | 'thanks'>(given && isThanks(given) ? 'thanks' : 'talk')
  const [shown, setShown] = useState<Card | undefined>(given)
  const deck: readonly Card[] = kind === 'talk' ? TALK_CARDS : THANK_CARDS
  return (
    <Screen
      title={words.title}
      sub={shift ? words.sub : words.onlyLook}
      back={() => leaveScreen(() => route(asked ? `/bins/${asked}` : '/bins', true))}
      right={<ThemeOnPhone />}
    >
      <div class="stack">
        <Segmented
          label={words.which}
          look="answer"
          value={kind}
          options={[
            { value: 'talk', label: words.kinds.talk },
            { value: 'thanks', label: words.kinds.thanks },
          ]}
          onChange={setKind}
        />
        <div class="cards">
          {deck.map((card) => (
            <button
              key={card}
              type="button"
              class="key key-secondary card-key"
              onClick={() => setShown(card)}
            >
              <CardPicture card={card} />
              <span>{texts[card].title}</span>
            </button>
          ))}
        </div>
      </div>
      {shown && (
        <CardShown card={shown} text={texts[shown]} shift={shift?.id} onClose={() => setShown(undefined)} />
      )}
    </Screen>
  )
}
