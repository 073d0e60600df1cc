import ListChecks from '~icons/lucide/list-checks'
import Plus from '~icons/lucide/plus'
import Printer from '~icons/lucide/printer'
import Users from '~icons/lucide/users'
import { useState } from 'preact/hooks'
import { addItem, buildAgenda } from '#commands/council.ts'
import { type AgendaItem, itemId } from '#domain/council/agendaItem.ts'
import { rulingOf } from '#domain/council/councilLaw.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import { isRuled, keptHome, proposedAgenda } from '#queries/council.ts'
import { Heading } from '#ui/parts/Card.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useRecordDraft } from '#ui/state/draft.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { Attendance } from './Attendance.tsx'
import { HomesSheet } from './HomesSheet.tsx'
import { useBackground } from './useBackground.ts'
import { useKeep } from './useKeep.ts'
import { cameWords } from './names.ts'

interface AgendaProps {
  meeting: Meeting
  items: readonly AgendaItem[]
  current: RecordId | undefined
}

/** What is to be talked over, in its order; made by one press. */
export function AgendaPane({ meeting, items, current }: AgendaProps) {
  const words = useWords()
  const formats = useFormats()
  const { council } = words
  const { ctx } = useApp()
  const { reader, may, today } = useReader()
  const now = useNow()
  const keep = useKeep()
  const [counting, setCounting] = useState(false)
  const [adding, setAdding] = useState(false)
  const [seeing, setSeeing] = useState(false)
  const holds = may('holdCouncil')
  const proposals = holds ? proposedAgenda(ctx.view, reader, meeting, now) : []
  // What is over is over: matters that came later are for the next sitting.
  const fresh =
    items.length > 0 && meeting.day < today
      ? []
      : proposals.filter((one) => !ctx.view.get(itemId(meeting.id, one.from[0])))
  const homes = holds && meeting.day >= today ? keptHome(ctx.view, reader, now) : []
  const build = () =>
    keep(buildAgenda(ctx, meeting.id, proposals), council.built(formats.number(fresh.length)))
  const n = formats.number
  return (
    <div class="stack council-agenda">
      <Rows>
        <Row
          lead={<Users class="icon" aria-hidden="true" />}
          title={council.attendance}
          sub={cameWords(meeting, { words, formats })}
          onPress={holds ? () => setCounting(true) : undefined}
        />
      </Rows>
      {items.length > 0 && (
        <>
          <Heading
            title={council.toDiscuss(n(items.length))}
            right={council.done(n(items.filter(isRuled).length))}
          />
          <Rows>
            {items.map((one, index) => (
              <ItemRow key={one.id} item={one} no={index + 1} current={one.id === current} />
            ))}
          </Rows>
        </>
      )}
      {items.length === 0 && fresh.length === 0 && (
        <Empty title={council.nothing} text={council.nothingText} />
      )}
      {holds && fresh.length > 0 && (
        <>
          {items.length === 0 && <p>{council.buildText}</p>}
          <Key
            look={items.length === 0 ? 'primary' : 'quiet'}
            wide
            icon={ListChecks}
            label={items.length === 0 ? council.build : council.more(n(fresh.length))}
            onPress={() => void build()}
          />
        </>
      )}
      {homes.length > 0 && (
        <Rows>
          <Row title={words.atCouncil.homes(n(homes.length))} onPress={() => setSeeing(true)} />
        </Rows>
      )}
      {holds && <Key wide icon={Plus} label={council.add} onPress={() => setAdding(true)} />}
      {items.length > 0 && (
        <Key
          look="quiet"
          wide
          icon={Printer}
          label={words.papers.agenda.key}
          href={`/council/${meeting.id}/agenda`}
        />
      )}
      {counting && <Attendance meeting={meeting} onClose={() => setCounting(false)} />}
      {seeing && <HomesSheet rows={homes} onClose={() => setSeeing(false)} />}
      {adding && <AddSheet meeting={meeting} items={items} onClose={() => setAdding(false)} />}
    </div>
  )
}

function ItemRow({ item, no, current }: { item: AgendaItem; no: number; current: boolean }) {
  const { council } = useWords()
  const { facts } = useBackground(item)
  const ruling = rulingOf(item)
  const why = item.listed === 'resolution' || facts.length < 2 ? [council.listed[item.listed]] : []
  return (
    <Row
      href={`/council/${item.meeting}?item=${item.id}`}
      current={current}
      lead={<b class="council-no">{no}</b>}
      title={item.title}
      sub={[...why, ...facts].join('・')}
      right={
        ruling ? (
          <Tag
            tone={ruling === 'deferred' ? 'plain' : 'done'}
            label={ruling === 'agreed' ? council.tag.done : council.ruling[ruling]}
          />
        ) : current ? (
          <Tag tone="now" label={council.tag.now} />
        ) : undefined
      }
    />
  )
}

function AddSheet({ meeting, items, onClose }: Omit<AgendaProps, 'current'> & { onClose: () => void }) {
  const { council, common } = useWords()
  const { ctx } = useApp()
  const keep = useKeep()
  const draft = useRecordDraft('council.add', meeting.id, { title: '' })
  const title = draft.value.title.trim()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    const id = draft.value.id ?? (ctx.newId() as RecordId)
    const done = await keep(addItem(draft.ctx, meeting.id, { id, title, items }), council.added)
    setBusy(false)
    if (!done) return
    await draft.drop()
    onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={council.add}
      close={common.close}
      bar={
        <Key
          look="primary"
          wide
          label={council.add}
          why={title === '' ? council.fillFirst(council.addTitle) : undefined}
          busy={busy}
          busyLabel={common.saving}
          onPress={() => void save()}
        />
      }
    >
      <Field
        label={council.addTitle}
        value={draft.value.title}
        maxLength={60}
        onDraft={(next) => draft.set({ title: next })}
      />
    </Sheet>
  )
}
