import './council.css'
import { saidOf } from '#commands/atCouncil.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useAct } from '#ui/screens/feedback/act.ts'
import { useMay } from '#ui/screens/feedback/may.ts'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'

/** Why a remark about a home is not on the agenda, and where it may have been meant instead, as far as one may say so there. */
export function HomeKeys({ remark, said }: { remark: Feedback; said?: boolean }) {
  const { atCouncil } = useWords()
  const { ctx } = useApp()
  const { reader } = useReader()
  const act = useAct()
  const { place, author } = remark
  const above = reader.tree.get(place)?.parent ?? ctx.compound
  const here = useMay('editFeedback', { place, author })
  const floor = useMay('editFeedback', { place: above, author }) && here && above !== ctx.compound
  const compound = useMay('editFeedback', { place: ctx.compound, author }) && here
  const move = (to: typeof place) => void act(saidOf(ctx, remark, to), atCouncil.moved)
  return (
    <>
      {said && <p>{atCouncil.home}</p>}
      {!floor && !compound && <p class="caption">{atCouncil.homeOther}</p>}
      {(floor || compound) && (
        <div class="council-side">
          {floor && <Key label={atCouncil.ofFloor} onPress={() => move(above)} />}
          {compound && <Key label={atCouncil.ofCompound} onPress={() => move(ctx.compound)} />}
        </div>
      )}
    </>
  )
}
