import Pencil from '~icons/lucide/pencil'
import { useState } from 'preact/hooks'
import { takeDownPage } from '#commands/publications.ts'
import { hanging, type Publication } from '#domain/wall/publication.ts'
import { nameOf } from '#queries/feedback.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useDoing } from '#ui/screens/plan/useDoing.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { PageShown } from './PageShown.tsx'
import { Versions } from './Versions.tsx'
import { WithReason } from './WithReason.tsx'

/** A page that hangs, or hung: what it says, every version, and for whoever publishes the next one. */
export function Hangs({
  page,
  front,
  publishes,
  onAnew,
}: {
  page: Publication
  /** Residents see this one in its place. */
  front: Publication | undefined
  publishes: boolean
  onAnew: () => void
}) {
  const { wall } = useWords()
  const words = wall.page
  const { ctx } = useApp()
  const { view } = ctx
  const doing = useDoing()
  const [down, setDown] = useState(false)
  const here = useView((view) => view.standing(page.id) === 'waiting')
  const now = hanging(page)
  return (
    <Screen
      title={wall.section[page.section]}
      sub={now ? wall.version(now.n) : words.noDown}
      back="/wall"
      bar={
        publishes &&
        now && (
          <BottomBar>
            <Key look="quiet" label={words.down} onPress={() => setDown(true)} />
            <Key
              look="primary"
              icon={Pencil}
              label={front ? words.replace : words.correct}
              onPress={onAnew}
            />
          </BottomBar>
        )
      }
    >
      <div class="stack-wide">
        {here && <Panel title={wall.here} />}
        {front && (
          <Panel title={words.behind(nameOf(view, front.versions[0]?.by))} text={words.behindText}>
            <Key look="quiet" label={words.behindSee} href={`/wall/${front.id}`} />
          </Panel>
        )}
        {now ? <PageShown content={now.content} /> : <Panel title={words.noDown} />}
        <Versions page={page} />
      </div>
      {down && (
        <WithReason
          title={words.downTitle}
          hint={words.downHint}
          go={words.down}
          onClose={() => setDown(false)}
          onGo={(reason) => {
            setDown(false)
            void doing.run(() => takeDownPage(ctx, page, reason), { text: words.downDone })
          }}
        />
      )}
    </Screen>
  )
}
