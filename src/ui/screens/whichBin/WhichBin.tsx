import './which-bin.css'
import Close from '~icons/lucide/x'
import Search from '~icons/lucide/search'
import { useLocation } from 'preact-iso'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { WasteClass } from '#domain/bins/wasteClass.ts'
import { type Answer, whichBin } from '#domain/whichBin.ts'
import type { Item, Room } from '#domain/whichBin/list.ts'
import { openShiftOf } from '#queries/bins.ts'
import { type OwnAnswers, ownAnswers, thingsOfClass } from '#queries/whichBin.ts'
import { leaveScreen } from '#ui/parts/backCloses.ts'
import { Field } from '#ui/parts/Field.tsx'
import { ThemeOnPhone } from '#ui/screens/bins/ThemeOnPhone.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { AnswerCard } from './AnswerCard.tsx'
import { ByBin } from './ByBin.tsx'
import { RoomKeys, RoomPictures } from './ByRoom.tsx'
import { NotFound, NotThese } from './NotFound.tsx'
import { Others } from './Others.tsx'

/** What is looked through instead of typed. */
type Browsed = { readonly classes: readonly WasteClass[] } | { readonly room: Room }

/** `/which-bin`: a word, its pinyin or a picture in, one big answer out; the whole list is on the device. */
export function WhichBin() {
  const words = useWords()
  const { ctx, today } = useApp()
  const { route } = useLocation()
  const open = useView((view) => openShiftOf(view, ctx.me))
  const own = useView((view) => ownAnswers(view, today()))
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<Item>()
  const [browsed, setBrowsed] = useState<Browsed>()
  const top = useRef<HTMLDivElement>(null)
  // What was chosen far down a list is read at the top.
  useEffect(() => {
    if (chosen) top.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  const answer = whichBin(query, own.things, own.aliases)
  const look = (text: string, through?: Browsed) => {
    setQuery(text)
    setChosen(undefined)
    setBrowsed(through)
  }
  const shown = chosen ?? (answer?.is === 'found' ? answer.item : undefined)
  const room = browsed && 'room' in browsed ? browsed.room : undefined
  const classes = browsed && 'classes' in browsed ? browsed.classes : undefined
  const byBin = <ByBin typing={query !== ''} onBrowse={(which) => look('', { classes: which })} />
  return (
    <Screen
      title={words.whichBin.title}
      back={() => leaveScreen(() => route(open ? `/bins/${open.id}` : '/', true))}
      right={<ThemeOnPhone />}
      // A room's pictures have the screen to themselves, and the four bins come after them.
      bar={room ? undefined : byBin}
    >
      <div class="which">
        <div class="which-field" ref={top}>
          <Field
            label={words.whichBin.field}
            type="search"
            inputMode="search"
            icon={Search}
            placeholder={words.whichBin.hint}
            value={query}
            maxLength={40}
            onDraft={look}
            end={
              query && (
                <button
                  type="button"
                  class="which-clear"
                  aria-label={words.whichBin.clear}
                  onClick={() => look('')}
                >
                  <Close class="icon" aria-hidden="true" />
                </button>
              )
            }
          />
        </div>
        <div class="which-answer" aria-live="polite">
          {shown && <AnswerCard key={shown.key} item={shown} own={own} />}
          {!shown && answer?.is === 'ask' && <Question asked={answer.asked} />}
          {answer?.is === 'unknown' && <NotFound key={query} word={query} />}
        </div>
        {room ? (
          <RoomPictures key={room} room={room} shown={shown} own={own} onChoose={setChosen} />
        ) : (
          <Others
            key={classes?.join() ?? query}
            items={around(answer, classes, own, chosen).filter((item) => item !== shown)}
            first={answer?.is === 'ask' && !chosen ? answer.choices.length : classes ? Infinity : undefined}
            own={own}
            onChoose={setChosen}
          />
        )}
        {answer?.is === 'found' && !answer.sure && !chosen && <NotThese key={query} word={query} />}
        {query === '' && <RoomKeys room={room} onChoose={(one) => look('', { room: one })} />}
        {room && byBin}
      </div>
    </Screen>
  )
}

function around(
  answer: Answer | undefined,
  classes: readonly WasteClass[] | undefined,
  own: OwnAnswers,
  chosen: Item | undefined,
): readonly Item[] {
  if (classes) return classes.flatMap((waste) => thingsOfClass(waste, own))
  if (answer?.is === 'ask') return chosen ? answer.choices : [...answer.choices, ...answer.near]
  return answer?.is === 'found' ? [answer.item, ...answer.near] : []
}

function Question({ asked }: { asked: Extract<Answer, { is: 'ask' }>['asked'] }) {
  const { title, text } = useWords().whichBin.ask[asked]
  return (
    <div>
      <h2>{title}</h2>
      {text && <p>{text}</p>}
    </div>
  )
}
