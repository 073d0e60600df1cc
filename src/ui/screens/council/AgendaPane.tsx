import ListChecks from '~icons/lucide/list-checks'
import Plus from '~icons/lucide/plus'
import Printer from '~icons/lucide/printer'
import Users from '~icons/lucide/users'
import { buildAgenda } from '#commands/council.ts'
import { type AgendaItem, itemId } from '#domain/council/agendaItem.ts'
import { rulingOf } from '#domain/council/councilLaw.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import { isRuled, keptHome, proposedAgenda } from '#queries/council.ts'
import { Heading } from '#ui/parts/Card.tsx'
import { Nothing } from '#ui/Nothing.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { useBackground } from './useBackground.ts'
import { useKeep } from './useKeep.ts'
import { cameWords } from './names.ts'
import type { SheetOver } from './SittingSheets.tsx'

interface AgendaProps {
  meeting: Meeting
  items: readonly AgendaItem[]
  current: RecordId | undefined
  onOver: (over: SheetOver) => void
}

/** What is to be talked over, in its order; made by one press. */
export function AgendaPane({ meeting, items, current, onOver }: AgendaProps) {
  const words = useWords()
  const formats = useFormats()
  const { council } = words
  const { ctx } = useApp()
  const { reader, may, today } = useReader()
  const now = useNow()
  const keep = useKeep()
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
          onPress={holds ? () => onOver('attendance') : undefined}
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
        <Nothing title={council.nothing} text={council.nothingText} />
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
          <Row title={words.atCouncil.homes(n(homes.length))} onPress={() => onOver('homes')} />
        </Rows>
      )}
      {holds && <Key wide icon={Plus} label={council.add} onPress={() => onOver('adding')} />}
      {items.length > 0 && (
        <Key
          look="quiet"
          wide
          icon={Printer}
          label={words.papers.agenda.key}
          href={`/council/${meeting.id}/agenda`}
        />
      )}
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
