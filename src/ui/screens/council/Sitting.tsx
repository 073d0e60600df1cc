import './council.css'
import Printer from '~icons/lucide/printer'
import { useLocation, useRoute } from 'preact-iso'
import { useState } from 'preact/hooks'
import type { RecordId } from '#domain/ids.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import { agendaOf, isRuled } from '#queries/council.ts'
import { Nothing } from '#ui/Nothing.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import { AgendaPane } from './AgendaPane.tsx'
import { ItemBar } from './ItemBar.tsx'
import { ItemPane } from './ItemPane.tsx'
import { cameWords, meetingTitle, meetingWhen } from './names.ts'
import { type SheetOver, SittingSheets } from './SittingSheets.tsx'
import { useItemDraft } from './useItemDraft.ts'
import { useRuling } from './useRuling.ts'
import { useWide } from './useWide.ts'

/** `/council/:meeting`: the agenda and one item of it beside each other; on a phone one after the other. */
export function Sitting() {
  const { council } = useWords()
  const id = useRoute().params['meeting'] as RecordId
  const { reader } = useReader()
  const meeting = reader.get<Meeting>(id)
  if (meeting?.kind !== 'meeting') {
    return (
      <Screen title={council.title} back="/council">
        <Nothing title={council.gone} />
      </Screen>
    )
  }
  return <Open key={id} meeting={meeting} />
}

function Open({ meeting }: { meeting: Meeting }) {
  const words = useWords()
  const formats = useFormats()
  const { council } = words
  const { reader, today, may } = useReader()
  const { query } = useLocation()
  const wide = useWide()
  const items = agendaOf(reader, meeting.id)
  const asked = items.find((one) => one.id === query['item'])
  // On a tablet one is always open: the first that is not through.
  const item = asked ?? (wide ? (items.find((one) => !isRuled(one)) ?? items[0]) : undefined)
  const draft = useItemDraft(item, meeting)
  const ruling = useRuling(meeting, items, item, draft)
  const [over, setOver] = useState<SheetOver>()
  const holds = may('holdCouncil')
  const spoken = { words, formats }
  const at = `/council/${meeting.id}`
  const bar = item && holds && <ItemBar {...{ items, item, draft, ruling }} onOver={setOver} />
  const pane = item && <ItemPane key={item.id} {...{ meeting, item, draft }} onOver={setOver} />
  const title = meetingTitle(meeting, spoken, today)
  const alone = wide ? undefined : asked
  const print = items.length > 0 && (
    <Key
      look="quiet"
      wide={!wide}
      icon={Printer}
      label={council.print}
      href={`/council/${meeting.id}/paper`}
    />
  )
  return (
    <Screen
      title={
        alone ? council.itemOf(formats.number(items.indexOf(alone) + 1), formats.number(items.length)) : title
      }
      sub={alone ? title : `${meetingWhen(meeting, spoken, today)}・${cameWords(meeting, spoken)}`}
      back={alone ? at : '/council'}
      bleed={wide}
      right={wide && print}
      bar={wide ? undefined : bar}
    >
      {wide ? (
        <div class="council-panes">
          <div class="council-list">
            <AgendaPane meeting={meeting} items={items} current={item?.id} onOver={setOver} />
          </div>
          <div class="council-right">
            <div class="council-item">{pane}</div>
            {bar}
          </div>
        </div>
      ) : (
        (pane ?? (
          <div class="stack">
            <AgendaPane meeting={meeting} items={items} current={undefined} onOver={setOver} />
            {print}
          </div>
        ))
      )}
      {over && (
        <SittingSheets {...{ over, meeting, items, item, ruling }} onClose={() => setOver(undefined)} />
      )}
    </Screen>
  )
}
