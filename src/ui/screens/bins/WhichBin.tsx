import './which-bin.css'
import Close from '~icons/lucide/x'
import Chevron from '~icons/lucide/chevron-down'
import Megaphone from '~icons/lucide/megaphone'
import Search from '~icons/lucide/search'
import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { STREAMS } from '#domain/streams.ts'
import { type Item, itemsOf, whichBin } from '#domain/whichBin.ts'
import { type WasteClass } from '#domain/wasteClass.ts'
import { Card } from '#ui/parts/Card.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useLanguage, useWords } from '#ui/words.ts'
import { signOf } from './signs.tsx'
import { ThemeOnPhone } from './ThemeOnPhone.tsx'

const NOT_IN_FOUR: readonly WasteClass[] = ['bulky', 'building', 'never']
/** More near ones than this are shown when asked for. */
const NEAR = 2

/** `/which-bin`: a word or its pinyin in, one big answer out; the whole list is on the device. */
export function WhichBin() {
  const words = useWords()
  const { route } = useLocation()
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<Item>()
  const [browsed, setBrowsed] = useState<readonly WasteClass[]>()

  const answer = whichBin(query)
  const type = (text: string) => {
    setQuery(text)
    setChosen(undefined)
    setBrowsed(undefined)
  }
  const browse = (classes: readonly WasteClass[]) => {
    type('')
    setBrowsed(classes)
  }
  const shown = chosen ?? (answer?.is === 'found' ? answer.item : undefined)
  const around = browsed
    ? browsed.flatMap((waste) => itemsOf(waste))
    : answer?.is === 'found'
      ? [answer.item, ...answer.near]
      : answer?.is === 'ask'
        ? answer.choices
        : []
  const asked = answer?.is === 'ask' ? words.whichBin.ask[answer.asked] : undefined
  return (
    <Screen
      title={words.whichBin.title}
      back={() => (history.length > 1 ? history.back() : route('/', true))}
      right={<ThemeOnPhone />}
      bar={<Browse typing={query !== ''} onBrowse={browse} />}
    >
      <div class="which">
        <div class="which-field">
          <Field
            label={words.whichBin.field}
            type="search"
            inputMode="search"
            icon={Search}
            placeholder={words.whichBin.hint}
            value={query}
            maxLength={40}
            onDraft={type}
            end={
              query && (
                <button
                  type="button"
                  class="which-clear"
                  aria-label={words.whichBin.clear}
                  onClick={() => type('')}
                >
                  <Close class="icon" aria-hidden="true" />
                </button>
              )
            }
          />
        </div>
        <div class="which-answer" aria-live="polite">
          {shown && <AnswerCard key={shown.no} item={shown} />}
          {!shown && asked && (
            <div>
              <h2>{asked.title}</h2>
              {asked.text && <p>{asked.text}</p>}
            </div>
          )}
          {answer?.is === 'unknown' && <Empty title={words.whichBin.unknown} />}
        </div>
        <Near
          key={browsed?.join() ?? query}
          items={around.filter((item) => item !== shown)}
          all={(answer?.is === 'ask' && !chosen) || (browsed !== undefined && !chosen)}
          onChoose={setChosen}
        />
      </div>
    </Screen>
  )
}

/** One block in the colour of the bin: the word, the sign, one tip, one sentence to say aloud. */
function AnswerCard({ item }: { item: Item }) {
  const words = useWords().whichBin
  const language = useLanguage()
  const Sign = signOf(item.waste)
  const label = item.label[language]
  const said = item.say[language] || words.say[item.waste](label.replace(/（.*?）/g, ''))
  return (
    <section class={`answer answer-${item.waste}`}>
      <div class="answer-head">
        <span class="answer-sign">
          <Sign aria-hidden="true" />
        </span>
        <div class="answer-name">
          <p>{label}</p>
          <h2>{words.name[item.waste]}</h2>
          {NOT_IN_FOUR.includes(item.waste) && <p>{words.notInFour}</p>}
        </div>
      </div>
      <div class="answer-say">
        {item.tip[language] && <p>{item.tip[language]}</p>}
        <p class="answer-title">
          <Megaphone class="icon" aria-hidden="true" />
          {words.sayTitle}
        </p>
        <p class="answer-words">{said}</p>
        {item.local && <p>{words.local}</p>}
      </div>
    </section>
  )
}

function Near({
  items,
  all,
  onChoose,
}: {
  items: readonly Item[]
  all: boolean
  onChoose: (item: Item) => void
}) {
  const words = useWords().whichBin
  const language = useLanguage()
  const [opened, setOpened] = useState(false)
  if (items.length === 0) return null
  const few = all || opened ? items : items.slice(0, NEAR)
  return (
    <div class="stack">
      <Card pad={false}>
        <Rows label={words.near}>
          {few.map((item) => {
            const Sign = signOf(item.waste)
            return (
              <Row
                key={item.no}
                lead={
                  <span class={`near-sign answer-${item.waste}`}>
                    <Sign aria-hidden="true" />
                  </span>
                }
                title={item.label[language]}
                sub={words.name[item.waste]}
                onPress={() => onChoose(item)}
              />
            )
          })}
        </Rows>
      </Card>
      {few.length < items.length && (
        <Key
          look="quiet"
          wide
          icon={Chevron}
          label={words.more(items.length - few.length)}
          onPress={() => setOpened(true)}
        />
      )}
    </div>
  )
}

function Browse({
  typing,
  onBrowse,
}: {
  typing: boolean
  onBrowse: (classes: readonly WasteClass[]) => void
}) {
  const words = useWords().whichBin
  return (
    <div class={typing ? 'browse browse-typing' : 'browse'}>
      <h2 class="browse-title">{words.browse}</h2>
      <div class="browse-keys">
        {STREAMS.map((stream) => {
          const Sign = signOf(stream)
          return (
            <button
              key={stream}
              type="button"
              class={`key answer-${stream}`}
              onClick={() => onBrowse([stream])}
            >
              <Sign class="icon" aria-hidden="true" />
              {words.name[stream]}
            </button>
          )
        })}
        <Key look="quiet" label={words.rest} onPress={() => onBrowse(NOT_IN_FOUR)} />
      </div>
    </div>
  )
}
