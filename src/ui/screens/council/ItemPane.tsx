import Calculator from '~icons/lucide/calculator'
import Scale from '~icons/lucide/scale'
import Settings from '~icons/lucide/ellipsis'
import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import { editItem } from '#commands/council.ts'
import type { AgendaItem } from '#domain/council/agendaItem.ts'
import { lawOf } from '#domain/council/councilLaw.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Field, TextArea } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Photo } from '#ui/Photo.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { Lost } from './Attendance.tsx'
import { whoseTask } from './names.ts'
import type { SheetOver } from './SittingSheets.tsx'
import { useBackground } from './useBackground.ts'
import type { ItemDraft } from './useItemDraft.ts'
import { useKeep } from './useKeep.ts'
import { Votes } from './Votes.tsx'
import { WhoAndWhen } from './WhoAndWhen.tsx'

export interface ItemProps {
  meeting: Meeting
  items: readonly AgendaItem[]
  item: AgendaItem
  draft: ItemDraft
  onOver: (over: SheetOver) => void
}

/** One item: what is known of it, what the law says, the vote, what was said and decided, who does it until when. */
export function ItemPane({ meeting, item, draft, onOver }: Omit<ItemProps, 'items'>) {
  const { council } = useWords()
  const { ctx } = useApp()
  const { may } = useReader()
  const keep = useKeep()
  const [asking, setAsking] = useState(false)
  const law = lawOf({ ...item, question: draft.text('question') })
  const holds = may('holdCouncil')
  const asks = item.question !== undefined || draft.text('question') !== '' || asking
  return (
    <div class="stack council-matter" onFocusOut={() => void draft.keep()}>
      <Head item={item} />
      <Lost record={item} />
      {law.duty && <Panel tone="lamp" icon={Warning} title={council.duty[law.duty]} />}
      {law.owners && (
        <Panel tone="lamp" icon={Scale} title={council.owners[law.owners]} text={council.ownersText}>
          <Key look="quiet" icon={Calculator} label={council.countOwners} href="/council/owners" />
        </Panel>
      )}
      {holds && law.duty && !asks && (
        <Key look="quiet" label={council.askBeside} onPress={() => setAsking(true)} />
      )}
      {(law.votes || asks) && (
        <Field
          label={council.question}
          placeholder={council.questionHint}
          value={draft.text('question')}
          maxLength={60}
          readOnly={!holds}
          onDraft={(next) => draft.write('question', next)}
        />
      )}
      {law.votes && <Votes meeting={meeting} item={item} holds={holds} />}
      <div class="council-two">
        <TextArea
          label={council.discussion}
          rows={2}
          maxLength={500}
          value={draft.text('discussion')}
          onDraft={(next) => draft.write('discussion', next)}
        />
        <TextArea
          label={council.decision}
          help={council.inMinutes}
          rows={2}
          maxLength={500}
          value={draft.text('decision')}
          onDraft={(next) => draft.write('decision', next)}
        />
      </div>
      <WhoAndWhen draft={draft} meeting={meeting} />
      {holds && (
        <div class="council-side">
          <Key
            look="quiet"
            icon={Scale}
            label={law.owners ? council.notShared : council.shared}
            onPress={() => void keep(editItem(ctx, item, { shared: !law.owners }))}
          />
          <Key look="quiet" icon={Settings} label={council.item} onPress={() => onOver('item')} />
        </div>
      )}
    </div>
  )
}

function Head({ item }: { item: AgendaItem }) {
  const words = useWords()
  const { council } = words
  const { day } = useFormats()
  const { ctx } = useApp()
  const { today } = useReader()
  const { background, facts } = useBackground(item)
  const { where, since, note, resolution, result, photos } = background
  const who = resolution && whoseTask(ctx.view, resolution, words, { public: false, day: today })
  const known = [
    who && council.task.whose(who),
    where,
    since !== undefined && council.since(day(since, today)),
    ...facts,
  ].filter(Boolean)
  return (
    <div class="council-head">
      <div class="council-head-words">
        <h2>{item.title}</h2>
        {known.length > 0 && <p class="council-facts">{known.join('・')}</p>}
        {item.background && <p class="council-facts">{item.background}</p>}
        {note && <p class="council-facts">{council.lastNote(note)}</p>}
        {resolution && (
          <p class="council-facts">{result?.text ? council.result(result.text) : council.noResult}</p>
        )}
      </div>
      {resolution && <Key look="quiet" label={council.look} href={`/council/resolutions/${resolution.id}`} />}
      {photos[0] && (
        <div class="council-photo">
          <Photo hash={photos[0]} alt={council.photoOf(item.title)} look="fill" />
        </div>
      )}
    </div>
  )
}
