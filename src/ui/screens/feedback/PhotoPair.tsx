import { closeOrder } from '#commands/orders.ts'
import type { FeedbackDetail } from '#queries/feedbackDetail.ts'
import { Photo } from '#ui/Photo.tsx'
import { PhotoKey } from '#ui/PhotoKey.tsx'
import { GhostKey } from '#ui/screens/ledger/GhostKey.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { useAct } from './act.ts'
import { useMay } from './may.ts'

/** Before and after, of equal size. Once it is handled a missing after-photo is asked for, not demanded. */
export function PhotoPair({ detail }: { detail: FeedbackDetail }) {
  const words = useWords().feedback.detail
  const { ctx } = useApp()
  const act = useAct()
  const mayWork = useMay('workOrder', detail)
  const { before, after, order } = detail
  const done = order?.status === 'done'
  const [first] = before
  const add = (hash: string) => {
    if (order) void act(closeOrder(ctx, order, { photos: [hash] }), words.closed)
  }
  if (before.length === 0 && after.length === 0 && !(done && mayWork)) return null
  return (
    <div class="pair">
      {before.length > 0 ? (
        before.slice(0, 1).map((hash) => <Framed key={hash} hash={hash} label={words.before} />)
      ) : (
        <span class="pair-empty caption">{words.noPhotos}</span>
      )}
      {after.length > 0
        ? after.slice(-1).map((hash) => <Framed key={hash} hash={hash} label={words.after} lit />)
        : done &&
          mayWork && (
            <span class="pair-add">
              <PhotoKey label={words.addAfter} onTaken={add} />
              {first !== undefined && <GhostKey before={first} onTaken={add} />}
            </span>
          )}
    </div>
  )
}

function Framed({ hash, label, lit }: { hash: string; label: string; lit?: boolean }) {
  return (
    <figure class="pair-photo">
      <Photo hash={hash} alt={label} />
      <figcaption class={lit ? 'pair-tag pair-lit' : 'pair-tag'}>{label}</figcaption>
    </figure>
  )
}
