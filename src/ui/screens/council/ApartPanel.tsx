import CheckMark from '~icons/lucide/check'
import Warning from '~icons/lucide/triangle-alert'
import { confirmDone } from '#commands/atCouncil.ts'
import { reopenResolution } from '#commands/council.ts'
import type { Resolution } from '#domain/council/resolution.ts'
import { dayOf } from '#domain/workingDays.ts'
import { apartFrom } from '#queries/atCouncil.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useSeen } from '#ui/screens/feedback/seen.ts'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { useKeep } from './useKeep.ts'

/** 工单已办好, or open again, while the resolution says otherwise: one key makes them one. */
export function ApartPanel({ resolution }: { resolution: Resolution }) {
  const { atCouncil } = useWords()
  const { day } = useFormats()
  const { ctx } = useApp()
  const { may, today } = useReader()
  const keep = useKeep()
  const apart = useSeen((view) => apartFrom(view, resolution))
  if (!apart) return null
  const { is, order } = apart
  const handled = is === 'handled'
  const { closedAt } = order
  return (
    <Panel
      tone={handled ? 'lamp' : 'alert'}
      icon={handled ? CheckMark : Warning}
      title={atCouncil[is]}
      text={
        !handled
          ? atCouncil.reopenedText
          : closedAt === undefined
            ? undefined
            : atCouncil.handledText(day(dayOf(closedAt), today))
      }
    >
      <div class="council-side">
        {may('putTopic') && (
          <Key
            label={handled ? atCouncil.confirm : atCouncil.reopenToo}
            onPress={() =>
              void (handled
                ? keep(confirmDone(ctx, resolution.id, order), atCouncil.confirmed)
                : keep(reopenResolution(ctx, resolution.id, atCouncil.reopenReason), atCouncil.reopenedSaid))
            }
          />
        )}
        <Key look="quiet" label={atCouncil.lookOrder} href={`/feedback/${order.from[0] ?? order.id}`} />
      </div>
    </Panel>
  )
}
