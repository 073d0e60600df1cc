import CheckMark from '~icons/lucide/circle-check'
import Play from '~icons/lucide/undo-2'
import People from '~icons/lucide/users'
import { checkProgress, itemsOf } from '#domain/bins/checklist.ts'
import { checksAt, type Moment, type Shift } from '#domain/bins/shift.ts'
import { sinceHandOver } from '#queries/goOn.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { useGoOn } from './HandOver.tsx'

/** What used to be asked before the hand-over is said after it, to its own person on the same day; nothing here has to be answered. */
export function AfterHandOver({ shift, quiet }: { shift: Shift; quiet: boolean }) {
  const words = useWords().shift.after
  const { ctx, today } = useApp()
  const goOn = useGoOn(shift.id)
  const since = useView((view) => sinceHandOver(view, ctx.me, shift, today()))
  const unlooked = (when: Moment) => {
    const { seen, of } = checkProgress(checksAt(shift, when), itemsOf(shift, when))
    return of - seen
  }
  const [arrival, leaving] = [unlooked('arrival'), unlooked('leaving')]
  return (
    <>
      <Panel icon={CheckMark} title={words.title}>
        {quiet && <p>{words.quiet}</p>}
        {arrival + leaving > 0 && <p>{words.unlooked(arrival, leaving)}</p>}
        {since.next && <p>{words.taken(since.next)}</p>}
        {since.mayGoOn && <Key wide icon={Play} label={words.goOn} onPress={() => void goOn()} />}
      </Panel>
      {ctx.deviceKind === 'shared' && since.mayGoOn && (
        <Panel icon={People} title={words.next} text={words.nextText}>
          <Key wide label={words.nextKey} href="/join" />
        </Panel>
      )}
    </>
  )
}
