import './doors.css'
import Search from '~icons/lucide/search'
import Clear from '~icons/lucide/x'
import { useEffect, useRef, useState } from 'preact/hooks'
import { elevationOf, type BuildingView } from '#queries/doors.ts'
import { type Match, searchResidents } from '#queries/residents.ts'
import type { RecordId } from '#domain/ids.ts'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Rows } from '#ui/parts/Rows.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useWords } from '#ui/words.ts'
import { DoorRow } from './DoorList.tsx'
import { useLooking } from './looking.ts'
import { useReader } from './useReader.ts'

/** 找住户: door, name, pinyin or the tail of a phone, at each letter. */
export function SearchHomes() {
  const { doors: words } = useWords()
  const { reader, freshness, today } = useReader()
  const { recent } = useLooking()
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  const matches = searchResidents(reader, text)
  const buildings = new Map<RecordId, BuildingView | undefined>()
  const doorOf = (home: RecordId) => {
    const building = reader.tree.path(home).find((place) => place.what === 'building')?.id
    if (building === undefined) return undefined
    if (!buildings.has(building)) buildings.set(building, elevationOf(reader, building, today, freshness))
    return buildings.get(building)?.doors.get(home)
  }
  const several = new Set(matches.map((one) => one.building)).size > 1
  const subOf = (match: Match) =>
    [
      several ? match.building : undefined,
      match.name ? match.unit : undefined,
      match.tail && words.tail(match.tail),
    ]
      .filter(Boolean)
      .join('・')

  return (
    <Screen title={words.search} tab="doors" back="/doors">
      <div class="stack">
        <Field
          label={words.searchFor}
          icon={Search}
          inputMode="search"
          value={text}
          onDraft={setText}
          inputRef={field}
          help={
            text === ''
              ? words.searchHow
              : matches.length === 0
                ? words.notFound
                : words.searchHelp(matches.length)
          }
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
          {text !== '' && (matches.length === 0 ? words.notFound : words.searchHelp(matches.length))}
        </p>
        {matches.length > 0 && (
          <Rows label={words.search}>
            {matches.map((match) => {
              const door = doorOf(match.dwelling.id)
              return door && <DoorRow key={door.id} door={door} title={match.name} sub={subOf(match)} />
            })}
          </Rows>
        )}
        {text === '' && recent.length > 0 && (
          <section class="stack">
            <h2>{words.recent}</h2>
            <div class="doors-recent">
              {recent.map((home) => {
                const door = doorOf(home)
                return (
                  door && (
                    <Key
                      key={home}
                      look="quiet"
                      label={`${door.unit} ${door.label}`}
                      href={`/doors/home/${home}`}
                    />
                  )
                )
              })}
            </div>
          </section>
        )}
      </div>
    </Screen>
  )
}
