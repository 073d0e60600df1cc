import { useMemo, useState } from 'preact/hooks'
import { moveWithin } from '#commands/moves.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import type { Reader } from '#queries/reader.ts'
import type { Person } from '#queries/residents.ts'
import { findHomes, type Match } from '#queries/search.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useHomesIndex } from '#ui/screens/doors/useHomesIndex.ts'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { tickable, TOGETHER } from './MoveOutSheet.tsx'
import { Ticks } from './Ticks.tsx'
import { useDoing } from './useDoing.ts'

const SHOWN = 6

/** 搬到小区别的房: who goes, and to which door. */
export function MoveSheet({
  people,
  from,
  reader,
  onClose,
}: {
  people: readonly Person[]
  from: Place
  reader: Reader
  onClose: () => void
}) {
  const { household, common } = useWords()
  const { list } = useFormats()
  const words = household.move
  const { ctx } = useApp()
  const doing = useDoing()
  const index = useHomesIndex(reader)
  const [going, setGoing] = useState<readonly RecordId[]>(
    people.slice(0, TOGETHER).map(({ resident }) => resident.id),
  )
  const [text, setText] = useState('')
  const [to, setTo] = useState<Match>()
  const found = useMemo(
    () =>
      text.trim() !== '' && index
        ? findHomes(reader, index, text, SHOWN).homes.filter(({ dwelling }) => dwelling.id !== from.id)
        : [],
    [reader, index, text],
  )
  const doorOf = ({ building, unit, dwelling }: Match) => `${building} ${unit} ${dwelling.label}`
  const moving = people.map(({ resident }) => resident).filter(({ id }) => going.includes(id))
  const why = going.length === 0 ? words.chooseWho : to === undefined ? words.chooseDoor : undefined
  const go = async () => {
    if (!to) return
    const place = to.dwelling.id
    const back = () =>
      moveWithin(
        ctx,
        moving.map(({ id }) => ({ id, place })),
        from.id,
      )
    const said = words.withinDone(list(moving.map(({ name }) => name)), doorOf(to))
    if (await doing(moveWithin(ctx, moving, place), said, back)) onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.withinTitle}
      text={words.follows}
      close={common.close}
      bar={<Key look="primary" wide label={words.go} why={why} onPress={() => void go()} />}
    >
      <div class="stack">
        <Ticks label={words.who} options={tickable(people)} value={going} onChange={setGoing} />
        <Field
          label={words.to}
          value={text}
          onDraft={(next) => {
            setText(next)
            setTo(undefined)
          }}
          inputMode="search"
          help={
            to
              ? words.chosen(doorOf(to))
              : text.trim() !== '' && index && found.length === 0
                ? words.none
                : undefined
          }
        />
        {!to && found.length > 0 && (
          <Rows label={words.to}>
            {found.map((match) => (
              <Row
                key={match.dwelling.id}
                title={doorOf(match)}
                sub={match.name}
                onPress={() => {
                  setTo(match)
                  setText(doorOf(match))
                }}
              />
            ))}
          </Rows>
        )}
      </div>
    </Sheet>
  )
}
