import './doors.css'
import Search from '~icons/lucide/search'
import Clear from '~icons/lucide/x'
import { useLocation } from 'preact-iso'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { doorTeller } from '#queries/doors.ts'
import { findHomes, type Match } from '#queries/search.ts'
import type { Place } from '#domain/places.ts'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Rows } from '#ui/parts/Rows.tsx'
import { Screen } from '#ui/Screen.tsx'
import { Watermark } from '#ui/Watermark.tsx'
import { useNothing } from '#ui/useNothing.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { AddHome } from './AddHome.tsx'
import { DoorRow } from './DoorList.tsx'
import { recentHomes } from './recentHomes.ts'
import { moveThroughRows } from './rowKeys.ts'
import { useHomesIndex } from './useHomesIndex.ts'
import { useReader } from './useReader.ts'

/** 找住户: door, name, pinyin or the tail of a phone, at each letter. What is typed is kept nowhere and is in no address. */
export function SearchHomes() {
  const { doors: words } = useWords()
  const { number } = useFormats()
  const { route } = useLocation()
  const { reader, freshness, today, may } = useReader()
  const index = useHomesIndex(reader)
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  const typed = text.trim() !== ''
  const found = useMemo(
    () => (typed && index ? findHomes(reader, index, text) : { homes: [], more: 0 }),
    [reader, index, text],
  )
  const { homes, more } = found
  const recent = useMemo(
    () => recentHomes(reader.me).flatMap((home) => reader.get<Place>(home) ?? []),
    [reader],
  )
  const teller = useRef<{ for: typeof reader; tell: ReturnType<typeof doorTeller> }>(undefined)
  const doorOf = ({ dwelling, unit, name }: Match) => {
    if (teller.current?.for !== reader)
      teller.current = { for: reader, tell: doorTeller(reader, today, freshness) }
    return { ...teller.current.tell(dwelling, unit), ...(name !== undefined && { name }) }
  }
  const unitOf = (home: Place) => reader.tree.path(home.id).find((one) => one.what === 'unit')?.label ?? ''

  const several = new Set(homes.map((one) => one.building)).size > 1
  const subOf = (match: Match) =>
    [
      several ? match.building : undefined,
      match.name ? match.unit : undefined,
      match.tail && words.tail(match.tail),
    ]
      .filter(Boolean)
      .join('・')
  const nothing = useNothing()
  const none = typed && index !== undefined && homes.length === 0
  const said = !typed
    ? words.searchHow
    : !index
      ? words.searchReading
      : none
        ? nothing(words.notFound)
        : words.searchHelp(homes.length + more)

  return (
    <Screen title={words.search} tab="doors" back="/doors">
      <Watermark />
      <div class="stack" onKeyDown={(event) => moveThroughRows(event, field.current)}>
        <Field
          label={words.searchFor}
          icon={Search}
          inputMode="search"
          value={text}
          onDraft={setText}
          inputRef={field}
          onEnter={() => {
            const [first] = homes
            if (first) route(`/doors/home/${first.dwelling.id}`)
          }}
          help={said}
          end={
            text !== '' && (
              <button
                type="button"
                class="header-leave"
                aria-label={words.clear}
                onClick={() => {
                  setText('')
                  field.current?.focus()
                }}
              >
                <Clear class="icon" aria-hidden="true" />
              </button>
            )
          }
        />
        <p class="spoken" role="status">
          {typed && said}
        </p>
        {homes.length > 0 && (
          <Rows label={words.search}>
            {homes.map((match) => (
              <DoorRow key={match.dwelling.id} door={doorOf(match)} title={match.name} sub={subOf(match)} />
            ))}
          </Rows>
        )}
        {more > 0 && <p class="caption">{words.searchMore(number(more))}</p>}
        {none && may('setUp') && <AddHome text={text} />}
        {homes.length < 4 && recent.length > 0 && (
          <section class="stack">
            <h2>{words.recent}</h2>
            <div class="doors-recent">
              {recent.map((home) => (
                <Key
                  key={home.id}
                  look="quiet"
                  label={`${unitOf(home)} ${home.label}`}
                  href={`/doors/home/${home.id}`}
                />
              ))}
            </div>
          </section>
        )}
      </div>
    </Screen>
  )
}
