import './works.css'
import Printer from '~icons/lucide/printer'
import Wall from '~icons/lucide/megaphone'
import { useRoute, useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { proposePage } from '#commands/publications.ts'
import { resumeWorks } from '#commands/works.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Works, WorksState } from '#domain/ledger/works.ts'
import { type WorksView, worksView } from '#queries/works.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useDoing } from '#ui/screens/plan/useDoing.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { useSendToWall } from '#ui/screens/accounts/useSendToWall.ts'
import { onWall } from './onWall.ts'
import { StepSheets, type Writing } from './StepSheets.tsx'
import { WorksHead } from './WorksHead.tsx'
import { WorksStory } from './WorksStory.tsx'

/** What comes next where somebody may write it; whoever asks residents accepts. */
const NEXT: Readonly<Partial<Record<WorksState, 'quote' | 'approve' | 'step' | 'accept'>>> = {
  need: 'quote',
  quotes: 'approve',
  approved: 'step',
  finished: 'accept',
}

/** `/works/:id`: from the need to the warranty. */
export function WorksPage() {
  const id = useRoute().params['id'] as RecordId
  const { works } = useWords()
  const { ctx } = useApp()
  const { reader } = useReader()
  const record = reader.get<Works>(id)
  if (record?.kind !== 'works') {
    return (
      <Screen title={works.title} back="/works">
        <Empty title={works.gone} />
      </Screen>
    )
  }
  return <Shown key={id} view={worksView(reader, ctx.view, record)} />
}

function Shown({ view }: { view: WorksView }) {
  const { works: words } = useWords()
  const { number } = useFormats()
  const { ctx } = useApp()
  const { may } = useReader()
  const { route } = useLocation()
  const doing = useDoing()
  const send = useSendToWall()
  const [writing, setWriting] = useState<Writing>()
  const { works, state, where, homes } = view
  const enters = may('enterMoney')
  const accepts = may('confirmOrder')
  const next = NEXT[state]
  const mayNext = next && (next === 'accept' ? accepts : enters)
  const label = {
    quote: words.quotes.add,
    approve: words.approvals.add,
    step: words.steps.add,
    accept: words.accept.add,
  }
  const publishes =
    may('proposeWall') && ['accepted', 'finished', 'cancelled', 'approved', 'underWay'].includes(state)
  const publish = () =>
    send(
      () => proposePage(ctx, { section: 'works', about: works.id, content: onWall(view) }),
      words.published,
      route,
    )
  return (
    <Screen
      title={works.label}
      sub={[where, homes > 0 ? words.homes(number(homes)) : words.noHomes].filter(Boolean).join('・')}
      back="/works"
      bar={
        <BottomBar>
          {mayNext && <Key look="primary" label={label[next]} onPress={() => setWriting({ what: next })} />}
          {publishes && (
            <Key
              look={mayNext ? 'secondary' : 'primary'}
              icon={Wall}
              label={words.publish}
              onPress={() => void publish()}
            />
          )}
          <Key look="quiet" icon={Printer} label={words.print} href={`/works/${works.id}/paper`} />
        </BottomBar>
      }
    >
      <div class="stack-wide">
        <p>
          <Tag label={words.state[state]} tone={state === 'accepted' ? 'done' : 'now'} />
        </p>
        {works.cancelled && <p>{words.cancel.why(works.cancelled.reason)}</p>}
        <WorksHead view={view} enters={enters} onWrite={setWriting} />
        <WorksStory view={view} enters={enters} accepts={accepts} onWrite={setWriting} />
        {enters && (
          <div class="works-keys">
            {works.cancelled ? (
              <Key
                look="quiet"
                label={words.cancel.resume}
                onPress={() => void doing.run(() => resumeWorks(ctx, works.id), { text: words.saved })}
              />
            ) : (
              <Key look="quiet" label={words.cancel.go} onPress={() => setWriting({ what: 'cancel' })} />
            )}
          </div>
        )}
      </div>
      {writing && <StepSheets view={view} writing={writing} onClose={() => setWriting(undefined)} />}
    </Screen>
  )
}
